import { listParts } from "@fupin/benefit/intake/unzip"
import { saveHouseholdsWorkflow } from "@fupin/benefit/workflows"
import { runStandingOrdersWorkflow, saveStandingOrdersWorkflow } from "@fupin/institution/workflows"
import { VerifiedNumber, type WorkbenchLots } from "@fupin/contract/schemas"
import { saveProducersWorkflow, saveProductProfilesWorkflow } from "@fupin/provenance/workflows"
import { createGoods } from "../support/goods"
import { household } from "../support/households"
import { dayFromNow, DELIVERY, openInstitutions } from "../support/institution"
import { sql } from "../support/linked-shop"
import { openPdf } from "../support/pdf"
import { shopHeaders } from "../support/purchase"
import { openScopedCampaign } from "../support/scoped-campaign"
import { openPlacedBatch } from "../support/scoped-preorder"
import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"
import { openWorkbenchWorld, type WorkbenchWorld } from "../support/workbench-world"

type Person = { headers: Record<string, string> }
type Answer = { status: number; data: any; code?: string }

describeShop(({ api, getContainer }) => {
  let world: WorkbenchWorld
  beforeEach(async () => { world = await openWorkbenchWorld(getContainer(), api, await openInstitutions(getContainer())) })

  const post = async (person: Person, path: string, body: object): Promise<Answer> => {
    const { status, data } = await api.post(path, body, { headers: person.headers, validateStatus: null })
    return { status, data, code: data?.code }
  }
  const bench = (person: Person, path: string, body: object) => post(person, `/store/workbench/${path}`, body)
  const listed = async (person: Person, producer_id: string): Promise<WorkbenchLots> => (await api.get(`/store/workbench/lots?producer_id=${producer_id}`, { headers: person.headers })).data
  const verify = async (code: string) => (await api.get(`/store/verify/${encodeURIComponent(code)}`, { ...shopHeaders(world.store), validateStatus: null })).data

  it("is entered by its producer for its own goods alone, once, and by staff of where the goods are from", async () => {
    const { people: { seller, rival }, wuxi, enshi, potato, rice, tea } = world
    const enter = (person: Person, producer_id: string, product_id: string, more: object = {}) => bench(person, "lots", { producer_id, product_id, made_on: dayFromNow(0), ...more })
    const made = await enter(seller, wuxi.id, potato.product_id, { best_before: dayFromNow(20), report: "JC-2026-118" })
    expect([made.status, made.data.lot]).toEqual([201, expect.objectContaining({ code: expect.stringMatching(/^PC\d{6}-[2-9A-HJKMNP-Z]{6}$/), product_id: potato.product_id, entered_as: "producer", withdrawn: null, expired: false })])
    const again = await enter(seller, wuxi.id, potato.product_id, { best_before: dayFromNow(20), report: "JC-2026-118" })
    expect(again.data.lot.id).toBe(made.data.lot.id)
    expect([(await enter(seller, wuxi.id, potato.product_id)).code, (await enter(seller, wuxi.id, potato.product_id, { mark: "二车间" })).status]).toEqual(["lot_exists", 201])
    expect([(await enter(seller, wuxi.id, tea.product_id)).code, (await enter(seller, enshi.id, tea.product_id)).code, (await enter(rival, wuxi.id, potato.product_id)).code]).toEqual(["lot_not_own_product", "not_a_producer_member", "not_a_producer_member"])
    expect([(await enter(seller, wuxi.id, rice.product_id, { made_on: dayFromNow(1) })).code, (await enter(seller, wuxi.id, rice.product_id, { best_before: dayFromNow(-1) })).code]).toEqual(["lot_made_in_future", "lot_best_before_early"])
    const [office, elsewhere] = [await signInStaff(getContainer(), "office", "500000"), await signInStaff(getContainer(), "office", "420000")]
    const byStaff = (person: Person) => post(person, `/admin/provenance/products/${rice.product_id}/lots`, { made_on: dayFromNow(-2) })
    expect([(await byStaff(elsewhere)).code, (await byStaff(office)).data.lot]).toEqual(["not_in_your_region", expect.objectContaining({ producer_id: wuxi.id, entered_as: "staff" })])
    const [own, other] = [await listed(seller, wuxi.id), await listed(rival, enshi.id)]
    expect([own.lots.length, own.products.map(({ id }) => id).sort(), other.lots, other.products.map(({ id }) => id)]).toEqual([4, [potato.product_id, rice.product_id].sort(), [], [tea.product_id]])
    const { data: { dossier } } = await api.get(`/admin/provenance/products/${potato.product_id}`, { headers: office.headers })
    expect(dossier.lots.map(({ mark }: { mark: string }) => mark).sort()).toEqual(["", "", "二车间"])
  })

  it("answers to its code with what it is, and says so once it is taken back", async () => {
    const { people: { seller, rival }, wuxi, potato } = world
    const { data: { lot } } = await bench(seller, "lots", { producer_id: wuxi.id, product_id: potato.product_id, made_on: dayFromNow(-3), best_before: dayFromNow(20), report: "JC-2026-118", mark: "A3" })
    const found = VerifiedNumber.parse(await verify(` ${lot.code.toLowerCase()} `))
    expect(found).toMatchObject({ kind: "lot", label: "商品批次", number: lot.code, valid: true, reason: null, report: "JC-2026-118", issuer: null, products: [{ id: potato.product_id, title: "巫溪洋芋" }], producer: { name: wuxi.name }, origin: { code: "500238104", path: ["重庆市", "巫溪县", "古路镇"] } })
    expect((await verify("PC260101-ZZZZZZ")).code).toBe("unknown_number")
    const withdraw = (person: Person, reason = "抽检不合格，全部召回") => bench(person, `lots/${lot.id}/withdraw`, { reason })
    expect([(await withdraw(rival)).code, (await withdraw(seller, "无")).code]).toEqual(["not_a_producer_member", "invalid_input"])
    expect((await withdraw(seller)).data.lot.withdrawn).toBe("抽检不合格，全部召回")
    expect((await withdraw(seller, "改个说法，重新写过")).data.lot.withdrawn).toBe("抽检不合格，全部召回")
    expect(await verify(lot.code)).toMatchObject({ valid: false, reason: "withdrawn" })
    expect((await bench(seller, "lots/lot_none/withdraw", { reason: "登记有误了" })).status).toBe(404)
    expect((await bench(seller, "lots", { producer_id: wuxi.id, product_id: potato.product_id, made_on: dayFromNow(-3), best_before: dayFromNow(20), report: "JC-2026-118", mark: "A3" })).data.lot.id).not.toBe(lot.id)
  })

  it("of a household's goods names the village and nobody", async () => {
    const [container, secret] = [getContainer(), household(3)]
    const { result: [head] } = await saveHouseholdsWorkflow(container).run({ input: { households: [secret], regions: ["*"] } })
    const honey = await createGoods(container, world.store, "土蜂蜜", 88)
    const { result: [farm] } = await saveProducersWorkflow(container).run({ input: { producers: [{ name: "某农户", kind: "household", region_code: "500238104201", beneficiary_id: (head as { id: string }).id }] } })
    await saveProductProfilesWorkflow(container).run({ input: { profiles: [{ product_id: honey.product_id, producer_id: farm!.id, origin_code: "500238104201", valid_from: "2026-01-01" }] } })
    const office = await signInStaff(container, "office", "500000")
    const { data: { lot } } = await post(office, `/admin/provenance/products/${honey.product_id}/lots`, { made_on: dayFromNow(-1) })
    const found = await verify(lot.code)
    expect([found.kind, found.producer]).toEqual(["lot", { name: "观峰村农户", kind: "household" }])
    expect(JSON.stringify(found)).not.toContain("某农户")
  })

  it("is named where goods are packed by who sells them, and is read on list, note and at the door until they are accepted", async () => {
    const { people: { seller, rival, receiver, viewer }, wuxi, enshi, potato, rice, tea, agreements, lot } = world
    const [container, date] = [getContainer(), dayFromNow(3)]
    await sql(container, "update supply_agreement_line set temperature = 'chilled', grade = '一级' where variant_id = ?", [potato.variant_id])
    await saveStandingOrdersWorkflow(container).run({ input: { customer_id: null, standing_orders: [{
      agreement_id: agreements.school.id, name: "食堂配送", weekdays: [1, 2, 3, 4, 5, 6, 7], starts_on: date, ends_on: date, skip_statutory_holidays: false, deliver_on_makeup_workdays: false,
      lines: [{ variant_id: potato.variant_id, quantity: 10 }, { variant_id: tea.variant_id, quantity: 2 }], delivery: DELIVERY,
    }] } })
    const packing = async () => (await api.get(`/store/workbench/packing?producer_id=${wuxi.id}&date=${date}`, { headers: seller.headers })).data.sellers[0].lines[0].deliveries[0]
    const planned = await packing()
    const load = { kind: "occurrence", id: planned.occurrence_id }
    const pack = (lot_ids: string[], { variant_id, person }: { variant_id: string; person: Person } = { variant_id: potato.variant_id, person: seller }) => bench(person, "packed-lots", { load, variant_id, lot_ids })
    expect([planned.may_pack, planned.grade, planned.temperature, (await pack([lot.id])).code]).toEqual([false, "一级", "chilled", "packing_no_goods"])
    await runStandingOrdersWorkflow(container).run({ input: { date } })
    const enter = async (person: Person, producer_id: string, product_id: string, more: object = {}) => (await bench(person, "lots", { producer_id, product_id, made_on: dayFromNow(-4), ...more })).data.lot
    const [second, short, grain, leaf, gone] = [await enter(seller, wuxi.id, potato.product_id, { mark: "B" }), await enter(seller, wuxi.id, potato.product_id, { mark: "C", best_before: dayFromNow(2) }), await enter(seller, wuxi.id, rice.product_id), await enter(rival, enshi.id, tea.product_id), await enter(seller, wuxi.id, potato.product_id, { mark: "D" })]
    await bench(seller, `lots/${gone.id}/withdraw`, { reason: "采收日期填错" })
    for (const [refused, code] of [[short, "lot_past_best_before"], [grain, "lot_of_another_product"], [gone, "lot_withdrawn"]]) expect(await pack([lot.id, refused.id])).toMatchObject({ status: 400, code, data: { message: expect.stringContaining(refused.code) } })
    expect([(await pack(["lot_none"])).code, (await pack([leaf.id], { variant_id: tea.variant_id, person: seller })).code, (await pack([lot.id], { variant_id: potato.variant_id, person: rival })).code]).toEqual(["unknown_lot", "not_a_producer_member", "not_a_producer_member"])
    // Whose goods they are not learns nothing of what is delivered: a load that is not there answers as one that is.
    const elsewhere_load = (person: Person, kind: string, id: string) => bench(person, "packed-lots", { load: { kind, id }, variant_id: potato.variant_id, lot_ids: [lot.id] })
    const heard = await Promise.all([rival, viewer].flatMap((person) => [["occurrence", load.id], ["occurrence", "occ_none"], ["campaign", "camp_none"]].map(([kind, id]) => elsewhere_load(person, kind!, id!))))
    expect(new Set(heard.map(({ status, data }) => JSON.stringify([status, data])))).toEqual(new Set([JSON.stringify([403, heard[0]!.data])]))
    expect([heard[0]!.code, (await elsewhere_load(seller, "occurrence", "occ_none")).code, (await elsewhere_load(seller, "campaign", "camp_none")).code]).toEqual(["not_a_producer_member", "packing_no_goods", "packing_no_goods"])
    expect((await pack([lot.id])).data.lots).toMatchObject([{ code: lot.code }])
    expect((await pack([second.id, lot.id])).status).toBe(200)
    expect((await packing()).lots.map(({ code }: { code: string }) => code).sort()).toEqual([lot.code, second.code].sort())

    const [office, elsewhere] = [await signInStaff(container, "office", "500000"), await signInStaff(container, "office", "420000")]
    const seen = (person: Person) => api.get(`/admin/institution/packed-lots?kind=occurrence&id=${load.id}`, { headers: person.headers, validateStatus: null })
    const byStaff = (person: Person, variant_id: string, lot_ids: string[]) => post(person, "/admin/institution/packed-lots", { load, variant_id, lot_ids })
    expect([(await seen(elsewhere)).data.code, (await byStaff(elsewhere, tea.variant_id, [leaf.id])).code, (await byStaff(office, tea.variant_id, [leaf.id])).status]).toEqual(["not_in_your_region", "not_in_your_region", 200])
    const { data: { goods } } = await seen(office)
    expect(goods.find((one: any) => one.variant_id === potato.variant_id).choices.map(({ id }: { id: string }) => id).sort()).toEqual([lot.id, second.id].sort())

    const at = `/store/institution/occurrences/${load.id}`
    const { data: { occurrence } } = await api.get(at, { headers: viewer.headers })
    expect(occurrence.lines.find((one: any) => one.variant_id === potato.variant_id)).toMatchObject({ grade: "一级", temperature: "chilled", lots: expect.arrayContaining([expect.objectContaining({ code: lot.code, withdrawn: null })]) })
    await bench(seller, `lots/${second.id}/withdraw`, { reason: "抽检不合格，召回" })
    const texts = await Promise.all(occurrence.order_ids.map(async (order: string) => (await openPdf((await api.get(`${at}/delivery-notes/${order}`, { headers: viewer.headers, responseType: "arraybuffer" })).data))[0]!.text.join("")))
    for (const told of [lot.code, `${second.code}（已撤回）`, leaf.code, "一级", "冷藏", "常温"]) expect(texts.join("")).toContain(told)
    const list = await openPdf((await api.get(`/store/workbench/packing?producer_id=${wuxi.id}&date=${date}&format=pdf`, { headers: seller.headers, responseType: "arraybuffer" })).data)
    expect(list[0]!.text.join("")).toContain(lot.code)

    const accept = (turned_away: string) => post(receiver, `${at}/acceptance`, { lines: [{ variant_id: potato.variant_id, accepted: 8, reason: "两份变质", turned_away }, { variant_id: tea.variant_id, accepted: 1, reason: "一份受潮", turned_away: "returned" }] })
    expect(await accept("returned")).toMatchObject({ status: 400, code: "perishable_not_returned" })
    expect((await accept("disposed")).status).toBe(200)
    expect([(await pack([lot.id])).code, (await byStaff(office, potato.variant_id, [])).code, (await seen(office)).data.is_closed]).toEqual(["packing_closed", "packing_closed", true])
  })

  it("of a campaign's goods stands on what proves it, and stays from the day they are handed out", async () => {
    const { people: { seller, rival, viewer, receiver }, wuxi, enshi, potato, tea, school, lot } = world
    const container = getContainer()
    const id = await openScopedCampaign(container, school.id)
    await sql(container, "update campaign set state = 'ordered', holiday_on = ? where id = ?", [dayFromNow(30), id])
    for (const [order, seller_id, variant_id] of [["order_lot_1", wuxi.id, potato.variant_id], ["order_lot_2", enshi.id, tea.variant_id]]) {
      await sql(container, "insert into campaign_order (id, campaign_id, seller_id, kind, items, total_fen, cost_fen, state) values (?, ?, ?, 'gift', ?, 100000, 0, 'placed')", [order, id, seller_id, JSON.stringify([{ variant_id, quantity: 40, unit_price_fen: 2_000 }, { variant_id, quantity: 10, unit_price_fen: 2_001 }])])
    }
    const goods = async (person: Person, producer_id: string) => (await api.get(`/store/workbench/campaign-goods?producer_id=${producer_id}`, { headers: person.headers })).data.campaigns
    const pack = (person: Person, variant_id: string, lot_ids: string[]) => bench(person, "packed-lots", { load: { kind: "campaign", id }, variant_id, lot_ids })
    expect(await goods(seller, wuxi.id)).toMatchObject([{ id, organisation_name: school.name, lines: [{ variant_id: potato.variant_id, quantity: 50, lots: [] }] }])
    const early = (await bench(seller, "lots", { producer_id: wuxi.id, product_id: potato.product_id, made_on: dayFromNow(0), best_before: dayFromNow(29) })).data.lot
    expect([(await pack(seller, potato.variant_id, [early.id])).code, (await pack(rival, potato.variant_id, [lot.id])).code, (await pack(seller, tea.variant_id, [lot.id])).code]).toEqual(["lot_past_best_before", "not_a_producer_member", "not_a_producer_member"])
    expect([(await pack(seller, potato.variant_id, [lot.id])).status, (await goods(seller, wuxi.id))[0].lines[0].lots[0].code]).toEqual([200, lot.code])
    expect((await goods(rival, enshi.id))[0].lines).toMatchObject([{ variant_id: tea.variant_id, lots: [] }])
    const { data: orders } = await api.get(`/store/institution/campaigns/${id}/orders`, { headers: viewer.headers })
    expect(orders.sellers.flatMap(({ lines }: any) => lines).find((one: any) => one.variant_id === potato.variant_id)).toMatchObject({ quantity: 50, lots: [{ code: lot.code }] })
    for (const [file, person] of [["evidence", viewer], ["sign-off", receiver]] as const) {
      const pages = await openPdf((await api.get(`/store/institution/campaigns/${id}/files/${file}.pdf`, { headers: person.headers, responseType: "arraybuffer" })).data)
      expect([file, pages.flatMap(({ text }) => text).join("")]).toEqual([file, expect.stringContaining(lot.code)])
    }
    // What replaces a spoiled pack comes from lots of its own, said until the campaign is over.
    await sql(container, "insert into campaign_order (id, campaign_id, seller_id, kind, items, total_fen, cost_fen, reason, state) values ('order_lot_3', ?, ?, 'replacement', ?, 0, 2000, '箱子压坏', 'placed')", [id, wuxi.id, JSON.stringify([{ variant_id: potato.variant_id, quantity: 1, unit_price_fen: 0 }])])
    const again = (await bench(seller, "lots", { producer_id: wuxi.id, product_id: potato.product_id, made_on: dayFromNow(-2) })).data.lot
    const spare = (person: Person, lot_ids: string[], variant_id = potato.variant_id) => bench(person, "packed-lots", { load: { kind: "replacement", id: "order_lot_3" }, variant_id, lot_ids })
    expect([(await spare(rival, [again.id])).code, (await spare(seller, [again.id], tea.variant_id)).code, (await spare(seller, [again.id])).status]).toEqual(["not_a_producer_member", "not_a_producer_member", 200])
    expect((await goods(seller, wuxi.id)).find(({ kind }: any) => kind === "replacement")).toMatchObject({ id: "order_lot_3", lines: [{ variant_id: potato.variant_id, quantity: 1, lots: [{ code: again.code }] }] })
    expect((await goods(rival, enshi.id)).map(({ kind }: any) => kind)).toEqual(["campaign"])
    const [office, elsewhere] = [await signInStaff(container, "office", "500000"), await signInStaff(container, "office", "420000")]
    const staff = (person: Person, kind: string, load: string) => api.get(`/admin/institution/packed-lots?kind=${kind}&id=${load}`, { headers: person.headers, validateStatus: null })
    expect((await staff(office, "campaign", id)).data.replacements).toEqual([{ id: "order_lot_3", reason: "箱子压坏" }])
    expect([(await staff(elsewhere, "replacement", "order_lot_3")).data.code, (await staff(office, "replacement", "order_lot_3")).data.goods[0].lots[0].code]).toEqual(["not_in_your_region", again.code])
    const proof = await openPdf((await api.get(`/store/institution/campaigns/${id}/files/evidence.pdf`, { headers: viewer.headers, responseType: "arraybuffer" })).data)
    expect(proof.flatMap(({ text }) => text).join("")).toContain(again.code)
    await sql(container, "update campaign set state = 'handing_out' where id = ?", [id])
    expect((await spare(seller, [again.id, lot.id])).status).toBe(200)
    expect([(await pack(seller, potato.variant_id, [])).code, (await goods(seller, wuxi.id)).map(({ kind }: any) => kind)]).toEqual(["packing_closed", ["replacement"]])
    await sql(container, "update campaign set state = 'done' where id = ?", [id])
    expect([(await spare(seller, [])).code, await goods(seller, wuxi.id)]).toEqual(["packing_closed", []])
  })

  it("of a batch booked ahead is named until it is signed for, and stands on its note, at its contract and in the period's evidence", async () => {
    const { people: { seller, rival, viewer, finance, receiver }, wuxi, potato, school, lot } = world
    const [container, today] = [getContainer(), dayFromNow(0)]
    const { contract_id, delivery_id } = await openPlacedBatch(container, world)
    const load = { kind: "batch", id: delivery_id }
    const pack = (person: Person, lot_ids: string[]) => bench(person, "packed-lots", { load, variant_id: potato.variant_id, lot_ids })
    const todo = async () => (await api.get(`/store/workbench/campaign-goods?producer_id=${wuxi.id}`, { headers: seller.headers })).data.campaigns
    expect(await todo()).toMatchObject([{ ...load, due_on: today, organisation_name: school.name, lines: [{ variant_id: potato.variant_id, quantity: 4, lots: [] }] }])
    expect([(await pack(rival, [lot.id])).code, (await pack(seller, ["lot_none"])).code, (await pack(seller, [lot.id])).status]).toEqual(["not_a_producer_member", "unknown_lot", 200])
    const { data: { contract } } = await api.get(`/store/institution/preorder-contracts/${contract_id}`, { headers: viewer.headers })
    expect(contract.deliveries[0].lots).toMatchObject([{ code: lot.code, withdrawn: null }])
    const note = await openPdf((await api.get(`/store/institution/preorder-deliveries/${delivery_id}/delivery-note`, { headers: viewer.headers, responseType: "arraybuffer" })).data)
    expect(note[0]!.text.join("")).toContain(lot.code)
    await sql(container, "insert into acceptance_sheet (delivery_id, lines, certificates, signed_by, signed_at) values (?, ?, '[]', ?, now())", [delivery_id, JSON.stringify([{ variant_id: potato.variant_id, accepted: 4, reason: "" }]), receiver.customer_id])
    expect((await pack(seller, [])).code).toBe("packing_closed")
    await sql(container, "update preorder_delivery set state = 'accepted', accepted = 4, accepted_at = now() where id = ?", [delivery_id])
    expect([(await pack(seller, [])).code, await todo()]).toEqual(["packing_closed", []])
    const period = Number(today.slice(8)) >= 29 ? dayFromNow(7).slice(0, 7) : today.slice(0, 7)
    const zip = (await api.get(`/store/institution/evidence/pack?organisation_id=${school.id}&period=${period}`, { headers: finance.headers, responseType: "arraybuffer" })).data
    const notes = await Promise.all([...listParts(zip).values()].filter(({ name }) => name.endsWith("送货单1.pdf")).map(async ({ data }) => (await openPdf(data))[0]!.text.join("")))
    expect(notes.filter((text) => text.includes(lot.code))).toEqual([expect.stringContaining("4")])
  })
})
