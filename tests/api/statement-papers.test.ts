import { createHash, createHmac } from "node:crypto"
import { listParts } from "@fupin/benefit/intake/unzip"
import { placeOrdersWorkflow } from "@fupin/checkout/workflows"
import finishBankRows from "@fupin/institution/jobs/finish-bank-rows"
import { drawDueStatementsWorkflow, runStandingOrdersWorkflow, saveStandingOrdersWorkflow } from "@fupin/institution/workflows"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { postAll } from "../support/linked-shop"
import { bankFile } from "../support/bank-file"
import { signInCustomer } from "../support/customer"
import { dayFromNow, DELIVERY, type Institutions, nextDay, openInstitutions } from "../support/institution"
import { openPdf } from "../support/pdf"
import { ADDRESS } from "../support/purchase"
import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"
import { openPaper, readTable, sumFen } from "../support/workbook"
import { PNG } from "../support/workbook-of"

type Person = { headers: Record<string, string> }
type Answer = { status: number; data: any }

describeShop(({ api, getContainer }) => {
  let world: Institutions
  let [office, finance]: Person[] = []
  const date = dayFromNow(-2)
  const month = date.slice(0, 7)
  const following = nextDay(`${month}-28`, 4).slice(0, 7)
  const ask = (person: Person, method: "get" | "post", path: string, body: unknown = {}, options: object = {}): Promise<Answer> => {
    const settings = { headers: { ...person.headers, ...(Buffer.isBuffer(body) ? { "content-type": "application/octet-stream" } : {}) }, validateStatus: null, ...options }
    return method === "get" ? api.get(path, settings) : api.post(path, body, settings)
  }
  const store = (person: Person, method: "get" | "post", path: string, body?: unknown, options?: object) => ask(person, method, `/store/institution/${path}`, body, options)
  const admin = (person: Person, method: "get" | "post", path: string, body?: unknown, options?: object) => ask(person, method, `/admin/institution/${path}`, body, options)
  const bytes = async (answer: Promise<Answer>) => Buffer.from((await answer).data)
  const file = { responseType: "arraybuffer" }
  const sql = async (text: string, values: unknown[] = []): Promise<any[]> => (await getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(text, values as never)).rows
  const drawn = async (today: string) => (await drawDueStatementsWorkflow(getContainer()).run({ input: { today } })).result
  const captured = async (): Promise<number> => Math.round((await sql("select coalesce(sum(amount), 0)::float8 * 100 as fen from capture where deleted_at is null"))[0].fen)
  const orderOf = async (variant: string): Promise<string> => (await sql("select order_id from occurrence_line where occurrence_id = ? and variant_id = ?", [occurrence_id, variant]))[0].order_id
  let occurrence_id = ""

  /** The day before yesterday a school took in ten bags of potatoes, one of them bad, and three of tea. */
  beforeAll(async () => {
    world = await openInstitutions(getContainer())
    ;[office, finance] = await Promise.all([signInStaff(getContainer(), "office"), signInStaff(getContainer(), "finance")])
    const { potato, tea, agreements } = world
    const lines = [{ variant_id: potato.variant_id, quantity: 10 }, { variant_id: tea.variant_id, quantity: 3 }]
    await saveStandingOrdersWorkflow(getContainer()).run({ input: { customer_id: null, standing_orders: [{
      agreement_id: agreements.school.id, name: "食堂", weekdays: [1, 2, 3, 4, 5, 6, 7], starts_on: date, ends_on: date, skip_statutory_holidays: false, deliver_on_makeup_workdays: false, lines, delivery: DELIVERY,
    }] } })
    await runStandingOrdersWorkflow(getContainer()).run({ input: { date } })
    const [occurrence] = (await store(world.people.buyer, "get", "occurrences")).data.occurrences
    occurrence_id = occurrence.id
    expect((await store(world.people.receiver, "post", `occurrences/${occurrence_id}/photos?variant_id=${potato.variant_id}`, PNG)).status).toBe(201)
    const accepted = [{ variant_id: potato.variant_id, accepted: 9, reason: "一袋破损" }, { variant_id: tea.variant_id, accepted: 3, reason: "" }]
    expect((await store(world.people.receiver, "post", `occurrences/${occurrence_id}/acceptance`, { lines: accepted })).status).toBe(200)
  })

  it("a delivery takes twenty pictures, also from two phones at once, and says so to the next", async () => {
    const send = () => store(world.people.receiver, "post", `occurrences/${occurrence_id}/photos?variant_id=${world.tea.variant_id}`, PNG)
    for (let count = 1; count < 19; count++) expect((await send()).status).toBe(201)
    const last = await Promise.all([send(), send()])
    expect(last.map(({ status, data }) => [status, data.code]).sort()).toEqual([[201, undefined], [400, "too_many_photos"]])
    const { data } = await send()
    expect([data.code, data.message]).toEqual(["too_many_photos", expect.stringContaining("20 张")])
    expect((await store(world.people.viewer, "get", `occurrences/${occurrence_id}/acceptance`)).data.photos).toHaveLength(20)
  })

  it("a unit registers itself, and nobody acts for it before staff verified unit and person", async () => {
    const person = await signInCustomer(getContainer(), world.store, "cook@example.cn", "冉老师")
    const rival = await signInCustomer(getContainer(), world.store, "rival@example.cn", "别人")
    const input = { name: "古路镇中心小学", uscc: "12500238MB19876549", kind: "school", region_code: "500112" }
    const uscc = (body: string) => [..."0123456789ABCDEFGHJKLMNPQRTUWXY"].map((sign) => body + sign)
    const valid = async (body: string) => {
      for (const code of uscc(body)) {
        const answer = await store(person, "post", "organisations", { ...input, uscc: code })
        if (answer.data.code !== "invalid_uscc") return { code, answer }
      }
      throw new Error("no check sign fits")
    }
    const { code, answer } = await valid("12500238MB1987654")
    expect([answer.status, answer.data.organisation]).toMatchObject([201, { name: input.name, verified_at: null }])
    expect((await store(person, "post", "organisations", { ...input, uscc: code })).data.organisation.id).toBe(answer.data.organisation.id)
    expect((await store(rival, "post", "organisations", { ...input, name: "冒名", uscc: code })).data.code).toBe("organisation_known")
    expect((await store(person, "post", "organisations", { ...input, uscc: code, region_code: "999999" })).data.code).toBe("unknown_region")
    expect((await store({ headers: { "x-publishable-api-key": world.store.publishable_key } }, "post", "organisations", input)).status).toBe(401)
    expect((await store(person, "get", "organisations")).data.organisations).toEqual([])
    const { id } = answer.data.organisation
    const [member] = (await admin(office!, "get", `organisations/${id}/members`)).data.members
    expect(member).toMatchObject({ email: "cook@example.cn", role: "buyer", verified_at: null })
    await admin(office!, "post", `members/${member.id}/verify`)
    expect((await store(person, "post", "invoice-titles", { organisation_id: id, title: "古路镇中心小学", tax_number: "12500238MB1987654" })).data.code).toMatch(/organisation_not_verified|role_not_allowed/)
    await admin(office!, "post", `organisations/${id}/verify`)
    expect((await store(person, "get", "organisations")).data.organisations).toMatchObject([{ id, roles: ["buyer", "manager"] }])
    for (const other of ["12500238MB2987654", "12500238MB3987654", "12500238MB4987654"]) await valid(other)
    expect((await valid("12500238MB5987654")).answer.data.code).toBe("too_many_registrations")
  })

  it("months draw themselves once they are over, are caught up, and have a paper that both sides get unchanged", async () => {
    expect(await drawn(`${month}-28`)).toEqual({ months: [], drawn: 0 })
    const [one, other] = await Promise.all([drawn(`${following}-01`), drawn(`${following}-01`)])
    expect([one.months, other.months].flat().every((each) => each === month)).toBe(true)
    expect(await drawn(`${following}-02`)).toEqual({ months: [], drawn: 0 })
    expect((await drawn(`${nextDay(`${following}-28`, 35).slice(0, 7)}-03`)).months.length).toBe(2)
    const { statements } = (await admin(office!, "get", `statements?month=${month}`)).data
    expect(statements.map(({ state, due_fen }: any) => [state, due_fen]).sort()).toEqual([["draft", 32_400], ["draft", 36_000]])
    const { id, number } = statements.find(({ seller }: any) => seller.id === world.wuxi.id)

    const paper = (person: Person) => store(person, "get", `statements/${id}/paper`, undefined, file)
    expect((await paper(world.people.viewer)).status).toBe(404)
    await admin(office!, "post", `statements/${id}/send`)
    const read = async (content: Buffer) => (await openPdf(content)).flatMap(({ text }) => text).join("").replace(/\s/g, "")
    expect(await read(await bytes(paper(world.people.viewer)))).toContain("待确认")
    for (const person of [world.people.other, world.people.stranger]) expect((await paper(person)).status).toBe(403)
    expect((await admin(await signInStaff(getContainer(), "auditor", "430000"), "get", `statements/${id}/paper`)).data.code).toBe("not_in_your_region")
    expect((await store(world.people.finance, "post", `statements/${id}/confirm`, { revision: 1 })).status).toBe(200)
    const kept = await bytes(paper(world.people.viewer))
    await sql("update organisation set name = '改了名的学校' where id = ?", [world.school.id])
    expect((await bytes(paper(world.people.finance))).equals(kept)).toBe(true)
    expect((await bytes(admin(office!, "get", `statements/${id}/paper`, undefined, file))).equals(kept)).toBe(true)
    const said = await read(kept)
    for (const words of [number, "翠溪实验小学校", world.wuxi.name, "324.00", "人民币叁佰贰拾肆元整", "采购单位（盖章）", "扫码验真"]) expect(said).toContain(words)
  })

  it("books a bank's rows by the codes of campaigns and of single orders, once, whatever comes at the same time", async () => {
    const { potato, school, store: shop } = world
    const gift_id = `order_${createHmac("sha256", "gift").update("one").digest("hex").slice(0, 32)}`
    const order = { id: gift_id, email: "buyer@example.cn", region_id: shop.region_id, sales_channel_id: shop.sales_channel_id, shipping_address: ADDRESS, items: [{ variant_id: potato.variant_id, quantity: 1, unit_price_fen: 5_000 }], payment_provider_id: "pp_transfer_cn" }
    await placeOrdersWorkflow(getContainer()).run({ input: { orders: [{ ...order, metadata: { source: "campaign", organisation_id: school.id, organisation_name: "翠溪实验小学校" } }, { ...order, id: gift_id.replace("order_", "order_f") }] } })
    await sql(`insert into campaign (id, organisation_id, title, holiday, year, holiday_on, budget_fen, choose_by, delivery_mode, state, transfer_code, created_by)
      values ('camp_bank', ?, '中秋慰问', 'mid_autumn', 2026, '2026-09-25', 50000, '2026-09-10', 'home', 'ordered', 'GHBANK2345', 'tester')`, [school.id])
    await sql("insert into campaign_order (id, campaign_id, seller_id, kind, items, total_fen, state) values (?, 'camp_bank', ?, 'gift', '[]', 5000, 'placed')", [gift_id, world.wuxi.id])
    const shown = new Map((await sql(`select id, display_id from "order"`)).map(({ id, display_id }) => [id, `FP${String(display_id).padStart(6, "0")}`]))
    const [gift, private_order, tea] = [shown.get(gift_id), shown.get(gift_id.replace("order_", "order_f")), shown.get(await orderOf(world.tea.variant_id))]
    const rows = [
      [dayFromNow(0), "C1", "20.00", "", "翠溪实验小学校工会", "中秋慰问 GHBANK2345"], [dayFromNow(0), "C2", "40.00", "", "翠溪实验小学校工会", "ghbank2345"], [dayFromNow(0), "C3", "5.00", "", "某人", gift],
      [dayFromNow(0), "C4", "49.00", "", "某人", private_order], [dayFromNow(0), "C5", "50.00", "", "某人", private_order], [dayFromNow(0), "C6", "360.00", "", "区财政", `茶叶 ${tea}`], [dayFromNow(0), "C7", "1.00", "", "某人", "GHBANK2346"],
    ].map((row) => row.map(String))
    const expected = [["C1", "partial", "GHBANK2345"], ["C2", "over", "GHBANK2345"], ["C3", "unmatched", null], ["C4", "unmatched", null], ["C5", "exact", private_order], ["C6", "exact", tea], ["C7", "unmatched", null]]
    const importFile = (dry: boolean, more: string[][] = rows) => admin(finance!, "post", `bank-files?filename=a.csv&dry_run=${dry}`, Buffer.from(bankFile(more)))
    const brief = ({ data }: Answer) => data.rows.map(({ reference, match, statement_number }: any) => [reference, match, statement_number])
    expect([brief(await importFile(true)), await captured()]).toEqual([expected, 0])
    const both = await Promise.all([importFile(false), importFile(false)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const settled = (all: [string, string, string | null][]) => all.filter(([reference]) => reference !== "C2")
    expect(settled(brief(both.find(({ status }) => status === 200)!))).toEqual(settled(expected as [string, string, string | null][]))
    // The second payment waits until the first is spread over the campaign's orders: the hourly job takes it up.
    await expect.poll(async () => { await finishBankRows(getContainer()); return await captured() }, { timeout: 30_000, interval: 500 }).toBe(5_000 + 5_000 + 36_000)
    const open = (await admin(finance!, "get", "bank-rows?state=open")).data.rows
    expect(open.map(({ reference, open_fen }: any) => [reference, open_fen]).sort()).toEqual([["C2", 1_000], ["C3", 500], ["C4", 4_900], ["C7", 100]])
    expect(open.find(({ reference }: any) => reference === "C2")).toMatchObject({ booked_fen: 3_000, organisation: { id: school.id }, statement_number: "GHBANK2345" })
    expect(brief(await importFile(false, [rows[5]!, [dayFromNow(0), "C9", "360.00", "", "区财政", `茶叶 ${tea}`]]))).toEqual([["C6", "known", null], ["C9", "unmatched", null]])
    expect(await captured()).toBe(46_000)
  })

  it("packs what proves a period: both forms, statements, signed notes and pictures with their hashes, for the unit's members alone", async () => {
    await admin(office!, "post", "statements", { month })
    const { statements } = (await admin(office!, "get", `statements?month=${month}`)).data
    for (const { id } of statements) await admin(office!, "post", `statements/${id}/send`)
    const potatoes = statements.find(({ seller }: any) => seller.id === world.wuxi.id)
    await store(world.people.finance, "post", `statements/${potatoes.id}/confirm`, { revision: 1 })
    await admin(finance!, "post", "bank-files?filename=a.csv&dry_run=false", Buffer.from(bankFile([[date, "P1", "324.00", "", "区财政", potatoes.number]])))
    await postAll(getContainer())

    const day = Number(date.slice(8))
    const period = day >= 29 ? following : month
    const query = `organisation_id=${world.school.id}&period=${period}`
    const shown = (await store(world.people.viewer, "get", `evidence?${query}`)).data
    expect(shown).toMatchObject({ period, paid_fen: 32_400, deliveries: [{ photos: 1, signed_by: "receiver", notes: 2 }] })
    for (const person of [world.people.other, world.people.stranger]) for (const path of ["evidence", "evidence/pack"]) expect((await store(person, "get", `${path}?${query}`)).data.code).toBe("not_a_member")
    expect((await admin(await signInStaff(getContainer(), "auditor", "430000"), "get", `organisations/${world.school.id}/evidence?period=${period}`)).data.code).toBe("not_in_your_region")
    const parts = listParts(await bytes(store(world.people.viewer, "get", `evidence/pack?${query}`, undefined, file)))
    const names = [...parts.keys()]
    expect(names.filter((name) => name.startsWith("验收/")).map((name) => name.split(".").at(-1)).sort()).toEqual(["pdf", "pdf", "png"])
    expect(names.filter((name) => name.startsWith("对账单/")).length).toBe(period === month ? 2 : 0)
    const evidence = await openPaper(parts.get(names.find((name) => name.startsWith("附件2"))!)!.data, ["序号", "产品名称", "卖方", "买方", "数量", "金额", "交易时间", "备注"], 5, /^合计$/)
    expect([evidence.foot.合计, sumFen(evidence.rows, 5)]).toEqual([32_400, 32_400])
    const roster = await openPaper(parts.get(names.find((name) => name.startsWith("附件1"))!)!.data, ["姓名", "身份证", "联系方式", "受益金额"], 3, /^(名册合计|结转|村集体|待分配|台账合计)/)
    expect(JSON.stringify(roster.rows)).toContain("*")
    expect(parts.get(names.find((name) => name.endsWith(".png"))!)!.data.equals(PNG)).toBe(true)
    const said = JSON.stringify(await readTable(parts.get("附-材料清单.xlsx")!.data))
    for (const name of names.filter((one) => !one.startsWith("附-"))) expect(said).toContain(createHash("sha256").update(parts.get(name)!.data).digest("hex"))
  })
})
