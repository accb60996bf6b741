import { createHash } from "node:crypto"
import { listParts } from "@fupin/benefit/intake/unzip"
import { continueCampaigns } from "@fupin/institution/campaign/continue-campaigns"
import { Modules } from "@medusajs/framework/utils"
import { campaignPlay, certify, memberPhone, type Person, ROSTER_HEADINGS, rosterRow } from "../support/campaign"
import { postAll } from "../support/linked-shop"
import { type Institutions, openInstitutions } from "../support/institution"
import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"
import { openPaper, readTable, sumFen } from "../support/workbook"
import { PDF, workbookOf } from "../support/workbook-of"

const PATHS: [string, unknown][] = [["", {}], ["/steps", { step: "open" }], ["/packs", {}], ["/recipients", {}], ["/recipients/none", { leave: true }], ["/hand-outs", { code: "X" }], ["/replacements", { recipient_id: "none", reason: "压坏了" }]]

describeShop(({ api, getContainer }) => {
  let world: Institutions
  const { year, ask, desk, upload, sql, terms, packs, draft, step, detail, listed, opened, key, gift, settled } = campaignPlay(api, getContainer, () => world)

  /** By seller, over all orders of the campaign at once, in parts and again; for those who pay, and for this campaign's union alone. */
  const isInvoiced = async (id: string, finance: Person) => {
    const { people, school } = world
    const left = async () => (await ask(people.viewer, "get", `/store/institution/invoiceable?organisation_id=${school.id}&about_id=${id}`)).data.sellers as any[]
    const asked = async (body: object, person: Person = people.finance) => (await ask(person, "post", "/store/institution/invoices", { organisation_id: school.id, title: school.name, tax_number: school.uscc, ...body })).data
    const sellers = await left()
    expect([sellers.length, sellers.reduce((sum, { left_fen }) => sum + left_fen, 0), sellers[0].orders, sellers[0].campaigns]).toMatchObject([2, 70_003, [], [{ campaign_id: id, title: "中秋慰问", orders: 1 }]])
    const [{ seller, left_fen }] = sellers
    const of = (amount_fen?: number) => ({ campaigns: [{ campaign_id: id, seller_id: seller.id, ...(amount_fen === undefined ? {} : { amount_fen }) }] })
    expect([(await asked(of(), people.viewer)).code, (await asked(of(), people.other)).code, (await asked({ ...of(), organisation_id: world.office.id }, people.other)).code, (await asked({})).code]).toEqual(["role_not_allowed", "not_a_member", "not_found", "invalid_input"])
    expect((await asked(of(left_fen + 1))).code).toBe("invoice_exceeds_due")
    expect((await asked({ campaigns: sellers.map((one) => ({ campaign_id: id, seller_id: one.seller.id })) })).code).toBe("invoice_sellers_differ")
    const { invoice } = await asked(of(1_000))
    expect(invoice).toMatchObject({ amount_fen: 1_000, state: "requested", seller: { id: seller.id }, orders: [], campaigns: [{ campaign_id: id, orders: 1, amount_fen: 1_000 }] })
    expect((await asked(of())).invoice.amount_fen).toBe(left_fen - 1_000)
    expect((await asked(of())).code).toBe("invoice_exceeds_due")
    expect((await left()).map((one) => one.seller.id)).toEqual([sellers[1].seller.id])
    const issue = await api.post(`/admin/institution/invoices/${invoice.id}/issue?number=26500000000000000077&issued_on=2026-11-21`, PDF, { headers: { ...finance.headers, "content-type": "application/octet-stream" } })
    expect(issue.status).toBe(200)
    const listed = (await ask(people.viewer, "get", `/store/institution/invoices?organisation_id=${school.id}&campaign_id=${id}`)).data.invoices
    expect(listed.map(({ state }: any) => state).sort()).toEqual(["issued", "requested"])
    expect((await ask(people.viewer, "get", `/store/institution/invoices?campaign_id=camp_none`)).data.invoices).toEqual([])
    const page = async (query: string, person: Person = people.viewer) => (await ask(person, "get", `/store/institution/orders?organisation_id=${school.id}${query}`)).data
    expect(await page("&limit=1")).toMatchObject({ count: 2, orders: [{ source: "campaign", title: "中秋慰问", about_id: id, state: "paid", transfer: null }], due: { orders: 0, due_fen: 0 } })
    expect([(await page("&show=due")).count, (await page("&source=preorder")).count, (await page("&show=other&source=campaign")).count, (await page("", people.other)).code]).toEqual([0, 0, 2, "not_a_member"])
  }

  /** One pack of the campaign, and the campaign in the pack of its period; names only for who hands out. */
  const isProved = async (id: string) => {
    const { people, school } = world
    const office = await signInStaff(getContainer(), "office")
    const scan = await api.post(`/admin/institution/agreements/${world.agreements.school.id}/scan`, PDF, { headers: { ...office.headers, "content-type": "application/octet-stream" } })
    expect(scan.status).toBe(200)
    const pack = async (person: Person, path: string) => listParts(Buffer.from((await api.get(`/store/institution/${path}`, { headers: person.headers, responseType: "arraybuffer" })).data))
    const own = await pack(people.receiver, `campaigns/${id}/files/pack.zip`)
    const names = [...own.keys()]
    const forms = names.filter((name) => name.startsWith("附件"))
    expect(names.filter((name) => !name.startsWith("附件"))).toEqual(["慰问证明.pdf", "慰问证明.xlsx", "会议纪要-会议纪要.pdf", "领取签收表.pdf", "领取签收表.xlsx", "付款明细.pdf", "付款明细.xlsx", "发票/26500000000000000077.pdf", "附-材料清单.xlsx"])
    expect([forms.some((name) => name.startsWith("附件1")), forms.includes("附件2-消费扶贫证明材料-2026-11.xlsx")]).toEqual([true, true])
    const table = async (parts: typeof own, name: string) => JSON.stringify(await readTable(parts.get(name)!.data))
    const said = await table(own, "附-材料清单.xlsx")
    for (const name of names.filter((one) => !one.startsWith("附-"))) expect(said).toContain(createHash("sha256").update(own.get(name)!.data).digest("hex"))
    expect(own.get("会议纪要-会议纪要.pdf")!.data.equals(PDF)).toBe(true)
    expect(await table(own, "领取签收表.xlsx")).toContain("职工1")
    const evidence = await openPaper(own.get("附件2-消费扶贫证明材料-2026-11.xlsx")!.data, ["序号", "产品名称", "卖方", "买方", "数量", "金额", "交易时间", "备注"], 5, /^合计$/)
    expect([sumFen(evidence.rows, 5), JSON.stringify(evidence.rows)]).toEqual([70_003, expect.stringContaining("以购代捐")])
    const masked = await pack(people.viewer, `campaigns/${id}/files/pack.zip`)
    expect([[...masked.keys()].some((name) => name.startsWith("领取签收表")), await table(masked, "附-材料清单.xlsx")]).toEqual([false, expect.stringContaining("由验收人员下载")])
    expect((await desk(people.other, "get", `/${id}/files/pack.zip`)).data.code).toBe("not_a_member")

    const query = `organisation_id=${school.id}&period=2026-11`
    expect((await ask(people.viewer, "get", `/store/institution/evidence?${query}`)).data).toMatchObject({ campaigns: [{ id, received_fen: 70_003, has_minutes: true }], agreements: [{ id: world.agreements.school.id, sha256: createHash("sha256").update(PDF).digest("hex") }] })
    const whole = [...(await pack(people.viewer, `evidence/pack?${query}`)).keys()]
    expect(whole.filter((name) => /^(协议|慰问活动)\//.test(name)).map((name) => name.split("/").at(-1)).sort()).toEqual(["会议纪要-会议纪要.pdf", "定采〔2026〕001.pdf", "慰问证明.pdf", "慰问证明.xlsx"])
    expect(whole.join()).not.toContain("签收表")
  }

  beforeAll(async () => {
    vi.stubEnv("TRUSTED_PROXIES", "1")
    world = await openInstitutions(getContainer())
    await certify(getContainer(), world)
  })

  describe("a union's gift packs", () => {
    it("go from the roster to the last sign-off: one payment, invoices by seller, households helped, goods replaced and returned", async () => {
      const { people } = world
      const why = (person: Person) => ask(person, "post", "/store/institution/purchase-reason", { organisation_id: world.school.id, reason: "instead_of_donating" })
      expect([(await why(people.viewer)).data.code, (await why(people.other)).data.code, (await why(people.finance)).data]).toEqual(["role_not_allowed", "not_a_member", { purchase_reason: "instead_of_donating" }])
      const id = await opened([rosterRow(1), rosterRow(2, ["清真"]), rosterRow(3), rosterRow(4, ["", 2])])
      const before = await detail(id)
      expect(before.campaign).toMatchObject({ holiday_name: "中秋节", members: 4, heads: 5, silent: 4, minutes: { filename: "会议纪要.pdf", sha256: createHash("sha256").update(PDF).digest("hex") } })
      expect(before.packs.map(({ left, goods }: any) => [left, goods.length, goods[0].designation])).toEqual([[250, 2, "渝巫认定〔2026〕1号"], [20, 2, "渝巫认定〔2026〕2号"]])
      const roster = await listed(id)
      expect([roster[0].name, roster[0].phone]).toEqual(["职工1", "138****0001"])
      const [one, two] = roster
      const shown = await gift("", key(two.id))
      expect(shown.data.gift).toMatchObject({ name: "职**", diet: "halal", is_open: true, packs: [{ is_open: false }, { is_open: true }] })
      expect((await gift("/choice", { ...key(two.id), pack_id: before.packs[0].id })).data.code).toBe("pack_not_for_diet")
      for (const pack of [before.packs[0], before.packs[1]]) expect((await gift("/choice", { ...key(one.id), pack_id: pack.id })).data.gift).toMatchObject({ pack_id: pack.id, chosen_by: "member" })
      expect((await detail(id)).packs.map(({ taken }: any) => taken)).toEqual([0, 1])

      expect((await desk(people.buyer, "post", `/${id}/recipients`, { employee_number: "G9", name: "新来的", phone: memberPhone(9) })).status).toBe(201)
      const late = (await listed(id)).find(({ employee_number }) => employee_number === "G9")
      expect((await desk(people.buyer, "post", `/${id}/recipients/${late.id}`, { leave: true })).data.campaign).toMatchObject({ members: 4, left: 1 })
      expect((await gift("", key(late.id))).data.code).toBe("gift_not_found")

      expect((await step(id, "close")).data.packs.map(({ taken }: any) => taken)).toEqual([3, 2])
      expect((await gift("/choice", { ...key(one.id), pack_id: before.packs[0].id })).data.code).toBe("gift_closed")
      const answers = await Promise.all([step(id, "place"), step(id, "place"), step(id, "place")])
      expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0)
      expect(await settled(id)).toMatchObject({ state: "ordered", total_fen: 3 * 10_001 + 2 * 20_000, job: { kind: "place", total: 2, done: 2, refused: 0 } })
      const orders = (await desk(people.finance, "get", `/${id}/orders`)).data
      expect(orders).toMatchObject({ orders: 2, placed: 2, total_fen: 70_003, due_fen: 70_003, refused: [] })
      expect(orders.sellers.map(({ lines }: any) => lines.map(({ quantity }: any) => quantity).sort()).flat().sort()).toEqual([2, 5, 6])
      expect(orders.sellers.reduce((sum: number, { total_fen }: any) => sum + total_fen, 0)).toBe(70_003)
      const real = await getContainer().resolve(Modules.ORDER).listOrders({}, { select: ["id", "total", "metadata"], relations: ["items"] })
      expect(real.reduce((sum, { total }) => sum + Math.round(Number(total) * 100), 0)).toBe(70_003)
      expect(real[0]!.metadata).toMatchObject({ source: "campaign", organisation_id: world.school.id, reason: "instead_of_donating" })

      const finance = await signInStaff(getContainer(), "finance")
      const pay = (amount_fen: number, reference: string) => ask(finance, "post", `/admin/institution/campaigns/${id}/transfers`, { amount_fen, reference, received_on: "2026-11-20" })
      expect((await pay(70_004, "A0")).data.code).toBe("transfer_exceeds_due")
      for (let turn = 0; turn < 2; turn++) expect((await pay(40_000, "A1")).status).toBe(200)
      await settled(id)
      expect((await pay(40_001, "A1")).data.code).toBe("campaign_reference_taken")
      // Captured, and the process died before it said so: a second payment finds what the first left open, once.
      await sql(`update campaign_transfer_part set is_registered = false`)
      expect((await pay(30_004, "A2")).data.code).toBe("transfer_exceeds_due")
      expect((await pay(30_003, "A2")).status).toBe(200)
      await settled(id)
      expect((await desk(people.finance, "get", `/${id}/orders`)).data).toMatchObject({ due_fen: 0, paid_fen: 70_003, transfer: null })

      expect((await desk(people.receiver, "post", `/${id}/hand-outs`, { recipient_id: one.id })).data.code).toBe("not_handed_out_yet")
      expect((await step(id, "arrive", people.receiver)).data.campaign.state).toBe("handing_out")
      const codes = new Map((await listed(id)).map(({ employee_number, pickup_code }) => [employee_number, pickup_code]))
      expect((await desk(people.receiver, "post", `/${id}/hand-outs`, { code: String(codes.get("G1")).toLowerCase() })).data.recipient).toMatchObject({ outcome: "collected", name: "职工1" })
      expect((await desk(people.receiver, "post", `/${id}/hand-outs`, { code: codes.get("G1") })).data.code).toBe("already_handed_out")
      expect((await desk(people.receiver, "post", `/${id}/hand-outs`, { code: "22222222" })).data.code).toBe("pickup_code_unknown")
      expect((await desk(people.receiver, "post", `/${id}/hand-outs`, { recipient_id: two.id, proxy: { name: "赵同事", reason: "出差" } })).data.recipient).toMatchObject({ outcome: "proxy", proxy_name: "赵同事" })
      const spoiled = { recipient_id: one.id, reason: "大米受潮", variant_ids: [world.rice.variant_id] }
      expect((await desk(people.receiver, "post", `/${id}/replacements`, spoiled)).status).toBe(201)
      expect((await desk(people.receiver, "post", `/${id}/replacements`, spoiled)).data.code).toBe("already_replaced")
      expect((await step(id, "finish")).data.campaign).toMatchObject({ state: "done", handed_out: 2, by_proxy: 1, unclaimed: 2, replaced: 1 })

      await postAll(getContainer())
      const { data: evidence } = await desk(people.viewer, "get", `/${id}/evidence`)
      expect(evidence).toMatchObject({ organisation: "翠溪实验小学校", transfers: [{ reference: "A1", amount_fen: 40_000 }, { reference: "A2", amount_fen: 30_003 }], benefit: { households: 2, provisional_fen: 0 } })
      expect(evidence.benefit.payable_fen).toBeGreaterThan(0)
      expect(evidence.orders.replacements).toMatchObject([{ reason: "大米受潮", state: "placed" }])
      expect(evidence.orders.replacements[0].cost_fen).toBeGreaterThan(0)
      for (const [file, person] of [["sign-off.pdf", people.receiver], ["sign-off.xlsx", people.receiver], ["evidence.pdf", people.viewer], ["links.xlsx", people.buyer], ["template.xlsx", people.buyer], ["reminders.xlsx", people.buyer], ["minutes.pdf", people.viewer]] as const) {
        const { status, data } = await api.get(`/store/institution/campaigns/${id}/files/${file}`, { headers: person.headers, responseType: "arraybuffer", validateStatus: null })
        expect([file, status, data.byteLength > 0]).toEqual([file, 200, true])
      }
      expect((await desk(people.viewer, "get", `/${id}/files/links.xlsx`)).data.code).toBe("role_not_allowed")
      expect(JSON.stringify(await sql("select * from campaign_recipient"))).not.toMatch(/职工1|13800000001|赵同事/)
      await isInvoiced(id, finance)
      await isProved(id)
    })

    it("are sent home, one order a member and seller; a run that dies goes on without doubles, and addresses go with the campaign", async () => {
      const rows = [1, 2, 3].map((number) => rosterRow(number, ["", "", "500112", `翠溪路${number}号`]))
      const id = await opened([...rows, rosterRow(4)], { delivery_mode: "home", pickup: null })
      const { packs: [pack] } = await detail(id)
      const [, , , four] = await listed(id)
      expect((await step(id, "close")).data.code).toBe("campaign_address_missing")
      expect((await gift("/choice", { ...key(four.id), pack_id: pack.id })).data.code).toBe("gift_address_required")
      expect((await gift("/choice", { ...key(four.id), pack_id: pack.id, address: { county_code: "500112", detail: "翠溪路4号" } })).status).toBe(200)
      expect((await step(id, "close")).status).toBe(200)
      const office = await signInStaff(getContainer(), "office")
      const staff = (path: string, body: object = {}) => ask(office, "post", `/admin/institution/${path}`, body)
      const { data: { member: head } } = await staff(`organisations/${world.school.id}/members`, { email: "stranger@example.cn", role: "approver" })
      await staff(`members/${head.id}/verify`)
      expect((await staff(`organisations/${world.school.id}/approval-policy`, { tiers: [{ up_to_fen: null, mode: "any", approvers: [] }] })).status).toBe(201)
      for (let turn = 0; turn < 2; turn++) expect((await step(id, "place")).data).toMatchObject({ code: "approval_needed", message: expect.stringContaining("自动下单") })
      expect((await detail(id)).campaign).toMatchObject({ state: "closed", job: null })
      const { data: { approvals } } = await ask(world.people.stranger, "get", `/store/institution/approvals?organisation_id=${world.school.id}`)
      expect(approvals).toMatchObject([{ title: "中秋慰问", amount_fen: 4 * 10_001 }])
      expect((await ask(world.people.stranger, "post", `/store/institution/approvals/${approvals[0].id}/decision`, { verdict: "approve", amount_fen: approvals[0].amount_fen, reason: "" })).status).toBe(200)
      // The last approval is there: nobody has to press again.
      await continueCampaigns(getContainer())
      expect(await settled(id)).toMatchObject({ state: "ordered", job: { total: 4, done: 4 } })
      // Whoever of the unit knows an order's id learns no member's address by it, unless they organise or hand out.
      const [{ id: sent }] = await sql(`select id from "order" limit 1`)
      const address = async (person: Person) => (await ask(person, "get", `/store/orders/${sent}`)).data.order?.shipping_address?.address_1 ?? null
      expect([await address(world.people.buyer), await address(world.people.receiver), await address(world.people.viewer), await address(world.people.finance), await address(world.people.other)]).toEqual([expect.stringContaining("翠溪路"), expect.stringContaining("翠溪路"), null, null, null])
      const count = async () => (await getContainer().resolve(Modules.ORDER).listAndCountOrders({}, { take: 1 }))[1]
      expect(await count()).toBe(4)
      // As a process leaves it that was killed after placing and before writing so down.
      await sql("update campaign_order set state = 'planned'")
      await sql("update campaign set state = 'approved'")
      await sql("update campaign_job set state = 'running', done = 0, lease_until = now() - interval '1 second', ended_at = null")
      await continueCampaigns(getContainer())
      expect([await settled(id), await count()]).toMatchObject([{ state: "ordered", job: { done: 4 } }, 4])
      const text = async () => JSON.stringify(await sql("select * from order_address"))
      expect(await text()).toContain("翠溪路4号")
      expect((await step(id, "erase")).data.code).toBe("campaign_state")
      await step(id, "arrive", world.people.receiver)
      expect((await step(id, "finish")).data.code).toBe("parcels_unproven")
      const proof = { outcome: "delivered", reason: "电话核实已收到" }
      for (const { id: recipient_id } of await listed(id)) expect((await desk(world.people.receiver, "post", `/${id}/parcels`, { recipient_id, ...proof })).status).toBe(200)
      expect((await step(id, "finish")).data.campaign.state).toBe("done")
      // Kept for complaints about what arrived, and deleted by the clock where nobody presses the button.
      const after = async (days: number) => {
        await sql("update campaign set moved_at = now() - make_interval(days => ?)", [days])
        await continueCampaigns(getContainer())
        return (await detail(id)).campaign.addresses_erased_at
      }
      expect(await after(29)).toBeNull()
      expect(await text()).toContain("翠溪路4号")
      expect(await after(31)).not.toBeNull()
      expect([await text(), (await sql("select count(*)::int as held from campaign_recipient where address_sealed is not null"))[0].held]).toEqual([expect.not.stringMatching(/翠溪路|职工|138000/), 0])
    })

    it("opened again, closed and placed by several at once are never placed without what is reserved for them", async () => {
      const office = await signInStaff(getContainer(), "office")
      await ask(office, "post", `/admin/institution/organisations/${world.school.id}/budgets`, { year, purpose: "campaign", amount_fen: 10_000_000 })
      const id = await opened([rosterRow(1), rosterRow(2)])
      await step(id, "close")
      await step(id, "place", world.people.viewer)
      const spending = getContainer().resolve<any>("spending")
      const held = async () => (await sql("select amount_fen::int as fen, released_at is null as is_held from spending_reservation where key = ?", [`campaign:${id}`]))[0]
      // Whoever opens it again is slow to give the money back; meanwhile a colleague closes it and places it.
      const release = vi.spyOn(spending, "release")
      const slow = async (keys: string[], at: Date) => { await new Promise((resolve) => setTimeout(resolve, 400)); return Object.getPrototypeOf(spending).release.call(spending, keys, at) }
      release.mockImplementationOnce(slow as never)
      const reopening = step(id, "reopen")
      await new Promise((resolve) => setTimeout(resolve, 120))
      const close = async () => { for (let turn = 0; turn < 30 && (await step(id, "close")).status !== 200; turn++) await new Promise((resolve) => setTimeout(resolve, 30)) }
      await close()
      await step(id, "place")
      await reopening
      release.mockRestore()
      expect([await settled(id), await held()]).toMatchObject([{ state: "ordered", total_fen: 20_002 }, { fen: 20_002, is_held: true }])
      // Everybody at once, again and again: where it was placed, it is reserved; where it was not, nothing was ordered.
      for (let turn = 0; turn < 4; turn++) {
        const other = await opened([rosterRow(1)])
        await step(other, "close")
        await Promise.all([step(other, "place"), step(other, "reopen"), step(other, "close"), step(other, "place"), turn % 2 ? step(other, "reopen") : step(other, "cancel", undefined, "不办了")])
        const { state } = await settled(other)
        const [reservation] = await sql("select released_at is null as is_held from spending_reservation where key = ?", [`campaign:${other}`])
        const [{ orders }] = await sql("select count(*)::int as orders from campaign_order where campaign_id = ?", [other])
        expect([state, reservation?.is_held ?? false, orders > 0]).toEqual([state, ...(["approved", "ordered"].includes(state) ? [true, true] : [expect.any(Boolean), false])])
        if (state === "collecting" || state === "cancelled") expect(reservation?.is_held ?? false).toBe(false)
      }
    })

    it("take no bad roster: every fault with its cell, nothing written", async () => {
      const id = await draft()
      const bad = await workbookOf([ROSTER_HEADINGS, rosterRow(1), rosterRow(1), ["G2", "职工2", memberPhone(1)], ["G3", "锟斤拷", memberPhone(3)], ["G4", "职工4", memberPhone(4), "", "", 0], ["G5", "职工5", memberPhone(5), "", "", -2], ["G6", "", memberPhone(6)], ["G7", "职工7", "12345"], ["G8", "职工8", memberPhone(8), "", "素食"], ["G9", "职工9", memberPhone(9), "", "", "", "999999", "某路"], ["G10", "职工10", memberPhone(10)]], (sheet) => {
        sheet.getCell("B12").value = { formula: "A1", result: "职工" } as never
      })
      for (const mode of ["check", "save"]) {
        const { data } = await upload(`/${id}/roster?mode=${mode}`, bad)
        expect(data).toMatchObject({ rows: 11, good: 1, saved: false })
        expect(data.faults.map(({ cell }: any) => cell)).toEqual(["A3", "C4", "B5", "F6", "F7", "B8", "C9", "E10", "G11", "B12"])
        expect(data.faults.every(({ message }: any) => /[\u4e00-\u9fff]/.test(message))).toBe(true)
      }
      expect((await detail(id)).campaign.members).toBe(0)
      for (const file of [Buffer.from("工号,姓名\n1,王"), Buffer.from([0xb9, 0xa4, 0xba, 0xc5, 0x2c])]) expect((await upload(`/${id}/roster?mode=save`, file)).data.code).toBe("intake_not_xlsx")
      const good = await workbookOf([ROSTER_HEADINGS, rosterRow(1), rosterRow(2)])
      expect((await upload(`/${id}/roster?mode=save`, good)).data).toMatchObject({ added: 2, changed: 0, saved: true })
      expect((await upload(`/${id}/roster?mode=save`, good)).data).toMatchObject({ added: 0, changed: 2, saved: true })
      expect((await upload(`/${id}/roster?mode=check`, await workbookOf([ROSTER_HEADINGS, ["G3", "职工3", memberPhone(1)]]))).data.faults).toMatchObject([{ cell: "C2" }])
    })

    it("answer every wrong link alike, and stop who guesses", async () => {
      const id = await opened([rosterRow(1), rosterRow(2)])
      const [one, two] = await listed(id)
      const wrong = { ...key(one.id), code: "x" }
      const [unknown, known] = [await gift("", { token: "A".repeat(22), code: key(one.id).code }), await gift("", wrong)]
      expect([unknown.status, unknown.data]).toEqual([known.status, known.data])
      expect(known.data.code).toBe("gift_not_found")
      const tries = await Promise.all(Array.from({ length: 8 }, () => gift("", wrong)))
      expect(tries.filter(({ data }) => data.code === "gift_locked").length).toBe(4)
      expect(await gift("", key(one.id))).toMatchObject({ status: 429, data: { code: "gift_locked" } })
      expect((await gift("", { token: "A".repeat(22), code: "1" })).data.code).toBe("gift_not_found")
      expect((await gift("", key(two.id))).status).toBe(200)
      for (let turn = 0; turn < 60; turn++) await gift("", { token: `guess-${turn}`, code: "1" }, "10.9.9.9")
      expect((await gift("", key(two.id), "10.9.9.9")).data.code).toBe("gift_locked")
      // What a guesser writes into the header counts for nothing, neither left of what the proxy adds nor where no proxy is known.
      expect((await gift("", key(two.id), "10.7.7.7, 10.9.9.9")).data.code).toBe("gift_locked")
      vi.stubEnv("TRUSTED_PROXIES", "")
      for (let turn = 0; turn < 60; turn++) await gift("", { token: `more-${turn}`, code: "1" }, `10.8.8.${turn}`)
      expect((await gift("", key(two.id), "10.8.8.99")).data.code).toBe("gift_locked")
      vi.stubEnv("TRUSTED_PROXIES", "1")
      expect((await gift("", key(two.id))).status).toBe(200)
    })

    it("answer to their own organisation alone, refuse what cannot be, and ask for approval-worthy facts first", async () => {
      const { people, tea, potato } = world
      const id = await draft()
      const nobody = { headers: { "x-publishable-api-key": world.store.publishable_key } }
      for (const path of ["", "/recipients", "/orders", "/evidence", "/files/evidence.pdf"]) {
        expect([path, (await desk(nobody, "get", `/${id}${path}`)).status]).toEqual([path, 401])
        for (const person of [people.other, people.stranger]) expect([path, (await desk(person, "get", `/${id}${path}`)).data.code]).toEqual([path, "not_a_member"])
      }
      const bodies: Record<string, unknown> = { "": { ...terms(), organisation_id: undefined, holiday: undefined, year: undefined }, "/packs": packs(), "/recipients": { employee_number: "X", name: "某", phone: memberPhone(77) } }
      for (const [path, body] of PATHS) {
        expect([path, (await desk(nobody, "post", `/${id}${path}`, bodies[path] ?? body)).status]).toEqual([path, 401])
        expect([path, (await desk(people.other, "post", `/${id}${path}`, bodies[path] ?? body)).data.code]).toEqual([path, "not_a_member"])
        expect([path, (await desk(people.viewer, "post", `/${id}${path}`, bodies[path] ?? body)).data.code]).toEqual([path, "role_not_allowed"])
      }
      for (const path of ["/minutes", "/roster"]) for (const [person, code] of [[people.other, "not_a_member"], [people.receiver, "role_not_allowed"]] as const) expect((await upload(`/${id}${path}`, PDF, person)).data.code).toBe(code)
      expect((await desk(people.other, "post", "", terms())).data.code).toBe("not_a_member")
      expect((await desk(people.other, "get", "")).data.campaigns).toEqual([])
      const refused: [string, object][] = [["campaign_below_floor", { floor_fen: 60_000 }], ["campaign_above_cap", { cap_fen: 10_000 }], ["campaign_deadline", { choose_by: `${year}-12-01` }], ["campaign_pickup_required", { pickup: null }], ["invalid_input", { title: "<b>" }], ["invalid_input", { budget_fen: 0 }], ["invalid_input", { holiday: "valentine" }]]
      for (const [code, change] of refused) expect([code, (await desk(people.buyer, "post", "", terms(change))).data.code]).toEqual([code, code])
      const { data: { campaign: { id: floored } } } = await desk(people.buyer, "post", "", terms({ floor_fen: 10_002 }))
      expect((await desk(people.buyer, "post", `/${floored}/packs`, packs())).data).toMatchObject({ code: "pack_below_floor", message: expect.stringContaining("“山货礼包”低于每人下限 ¥100.02") })
      expect((await desk(people.buyer, "post", `/${floored}/packs`, packs({ price_fen: 10_002 }))).status).toBe(200)
      expect((await desk(people.buyer, "post", `/${floored}`, { ...terms({ floor_fen: 10_003 }), organisation_id: undefined, holiday: undefined, year: undefined })).data.code).toBe("pack_below_floor")
      const office = await signInStaff(getContainer(), "office")
      const capped = async (cap: string) => expect((await desk(people.buyer, "post", "", terms())).data).toMatchObject({ code: "campaign_above_cap", message: expect.stringContaining(`全年各次慰问每人合计不能超过 ¥${cap}`) })
      expect((await ask(office, "post", "/admin/institution/member-levels", { region_code: "500112", from_year: year, floor_fen: null, cap_fen: 90_000, source: "区总工会通知" })).status).toBe(201)
      await capped("900.00")
      const plan = { year, kind: "union", title: "工会慰问", eligible: { platforms: ["here"], sources: ["union"] }, member_floor_fen: 50_000, member_cap_fen: 80_000 }
      expect((await ask(office, "post", `/admin/institution/organisations/${world.school.id}/spending-plans`, plan)).status).toBe(201)
      await capped("800.00")
      expect((await desk(people.buyer, "post", `/${id}/packs`, packs({ price_fen: 50_001 }))).data.code).toBe("pack_over_budget")
      expect((await desk(people.buyer, "post", `/${id}/packs`, packs({ price_fen: 2 }))).data.code).toBe("pack_price_too_low")
      expect((await desk(people.buyer, "post", `/${id}/packs`, packs({ name: "清真米茶礼包" }))).data.code).toBe("pack_names_differ")
      await sql("update designation set status = 'withdrawn' where product_id = ?", [tea.product_id])
      expect((await desk(people.buyer, "post", `/${id}/packs`, packs())).data.code).toBe("pack_not_certified")
      expect((await desk(people.buyer, "post", `/${id}/packs`, { packs: [{ name: "洋芋", price_fen: 5_000, components: [{ variant_id: potato.variant_id, quantity: 1 }] }] })).status).toBe(200)
      expect((await step(id, "open")).data.code).toBe("campaign_incomplete")
      await upload(`/${id}/minutes`, PDF)
      await upload(`/${id}/roster?mode=save`, await workbookOf([ROSTER_HEADINGS, rosterRow(1)]))
      expect((await step(id, "open")).data.code).toBe("pack_default_required")
      expect((await upload(`/${id}/minutes`, Buffer.from("text"))).data.code).toBe("scan_wrong_type")
      for (const name of ["place", "finish", "reopen"]) expect([name, (await step(id, name)).data.code]).toEqual([name, "campaign_state"])
      expect((await step(id, "cancel")).data.code).toBe("invalid_input")
      expect((await step(id, "cancel", people.buyer, "改发春节")).data.campaign).toMatchObject({ state: "cancelled", cancel_reason: "改发春节" })
      expect((await step(id, "open")).data.code).not.toBeUndefined()
      expect(await sql(`select id from "order"`)).toEqual([])
    })
  })
})
