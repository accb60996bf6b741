import { placeOrdersWorkflow, receiveTransferWorkflow } from "@fupin/checkout/workflows"
import { postBenefitWorkflow } from "@fupin/benefit/workflows"
import { CreditChoice, DeskToday, OutsideList, UnitImpact } from "@fupin/contract/schemas"
import { drawStatementsWorkflow, runStandingOrdersWorkflow } from "@fupin/institution/workflows"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { dayFromNow, DELIVERY } from "../support/institution"
import { openPdf } from "../support/pdf"
import { ADDRESS } from "../support/purchase"
import { addContract, openScopedPreorder } from "../support/scoped-preorder"
import { describeShop } from "../support/shop"
import { FIRST, openSpending, type SpendingWorld, weekdayOf } from "../support/spending"
import { PDF, workbookOf } from "../support/workbook-of"

type Who = { headers: Record<string, string> }

describeShop(({ api, getContainer }) => {
  let world: SpendingWorld
  const year = Number(dayFromNow(0).slice(0, 4))
  const desk = async (person: Who, method: "get" | "post", path: string, body: unknown = {}, options: object = {}): Promise<{ status: number; data: any }> =>
    method === "get" ? api.get(`/store/institution/${path}`, { headers: person.headers, validateStatus: null, ...options }) : api.post(`/store/institution/${path}`, body, { headers: person.headers, validateStatus: null, ...options })
  const staff = (path: string, body: unknown) => api.post(`/admin/institution/organisations/${world.unit.id}/${path}`, body, { headers: world.office.headers })
  const today = async (person: Who) => DeskToday.parse((await desk(person, "get", `today?organisation_id=${world.unit.id}`)).data)
  const pay = (order_id: string, amount_fen: number, reference: string) => receiveTransferWorkflow(getContainer()).run({ input: { order_id, amount_fen, reference, received_on: dayFromNow(0), actor_id: "tester" } })
  const plan = (name: string, quantity: number, day = FIRST) => desk(world.buyer, "post", "standing-orders", {
    agreement_id: world.agreements.school.id, name, weekdays: [weekdayOf(day)], starts_on: day, ends_on: day, skip_statutory_holidays: false, lines: [{ variant_id: world.potato.variant_id, quantity }], delivery: DELIVERY,
  })
  const run = () => runStandingOrdersWorkflow(getContainer()).run({ input: { date: FIRST } })
  const sql = async (text: string, values: unknown[] = []): Promise<any[]> => (await getContainer().resolve<any>(ContainerRegistrationKeys.PG_CONNECTION).raw(text, values)).rows

  beforeAll(async () => {
    world = await openSpending(getContainer())
    await staff("budgets", { year, purpose: "delivery", amount_fen: 1_000_000 })
    await staff("spending-plans", { year, kind: "canteen_share", title: "食堂预留份额", eligible: { platforms: ["here", "platform_832"], sources: ["canteen"] } })
  })

  it("the first page says to each role what is theirs to do, in one answer of as many queries for six deliveries and contracts as for two; an empty unit has an empty page", async () => {
    const { people, head, unit } = world
    expect(await today(people.viewer)).toMatchObject({ arrived: [], coming: [], approvals: [], statements: [], tasks: [], due: { orders: 0, due_fen: 0 }, share: { title: "食堂预留份额", target_fen: 100_000, paid_fen: 0 }, helped: { households: 0, total_fen: 0 } })
    await staff("approval-policy", { tiers: [{ up_to_fen: 50_000, mode: "none" }, { up_to_fen: null, mode: "any", approvers: [head.customer_id] }] })
    for (const name of ["一", "二"]) await plan(name, 1)
    await openScopedPreorder(getContainer(), world)
    await addContract(getContainer(), "preoc_1", "YG2611000025", unit.id)
    const connection = getContainer().resolve<any>(ContainerRegistrationKeys.PG_CONNECTION)
    const once = async () => {
      let count = 0
      const heard = () => { count += 1 }
      connection.on("query", heard)
      await today(world.buyer)
      connection.removeListener("query", heard)
      return count
    }
    // Workers ask the database too: the least of three is the page's own.
    const queries = async () => Math.min(await once(), await once(), await once())
    const few = await queries()
    for (const name of ["三", "四", "五", "六"]) {
      await plan(name, 1)
      await addContract(getContainer(), `preoc_${name}`, `YG261100009${name}`, unit.id)
    }
    expect(Math.abs((await queries()) - few)).toBeLessThanOrEqual(1)
    await sql("delete from preorder_contract where id <> 'preoc_1' and id <> 'preoc_scope'")
    await sql("update preorder_delivery set state = 'placed', deliver_on = ? where id = 'predl_off'", [dayFromNow(0)])
    await plan("大额", 20)
    await run()
    await sql("update occurrence set delivery_date = ?, cutoff_on = ? where id = (select o.id from occurrence o join standing_order s on s.id = o.standing_order_id where s.name = '一')", [dayFromNow(0), dayFromNow(-1)])
    expect((await today(head)).approvals).toEqual([expect.objectContaining({ title: "大额", amount_fen: 72_000 })])
    const buyers = await today(world.buyer)
    expect([buyers.approvals, buyers.arrived, buyers.due, buyers.coming.length, buyers.tasks.map(({ kind, detail }) => [kind, detail])]).toEqual([[], [], { orders: 6, due_fen: 21_600 }, 7, [
      ["preorder_due", `应付 ¥43.20，${dayFromNow(7)} 前付。合同 YG2611000025`], ["preorder_due", `应付 ¥43.20，${dayFromNow(7)} 前付。合同 YG2611000017`], ["failed", "等待单位审批，批准后会自动下单"],
    ]])
    const receivers = await today(people.receiver)
    expect([receivers.arrived.map(({ standing_order_name }) => standing_order_name), receivers.due.orders, receivers.tasks]).toEqual([["一"], 0, [{ kind: "preorder_accept", id: "preoc_scope", title: "洋芋预购　第 1 批", detail: "送货 1 份，请按实收登记" }]])
    expect((await today(people.viewer)).tasks).toEqual([])
    expect((await desk(people.receiver, "post", `occurrences/${receivers.arrived[0]!.id}/acceptance`, { lines: [{ variant_id: world.potato.variant_id, accepted: 1, reason: "" }] })).status).toBe(200)
    // Short of everything: there is nothing to look at.
    await sql("update occurrence set state = 'short', order_ids = '{}', delivery_date = ?, cutoff_on = ? where id = (select o.id from occurrence o join standing_order s on s.id = o.standing_order_id where s.name = '二')", [dayFromNow(0), dayFromNow(-1)])
    expect((await today(people.receiver)).arrived).toEqual([])
    await drawStatementsWorkflow(getContainer()).run({ input: { month: dayFromNow(0).slice(0, 7), organisation_ids: [unit.id] } })
    await sql("update statement set state = 'sent', sent_at = now() where state = 'draft'")
    expect([(await today(people.finance)).statements.length, (await today(people.receiver)).statements.length]).toEqual([1, 0])
    for (const person of [people.other, people.stranger]) expect((await desk(person, "get", `today?organisation_id=${unit.id}`)).data.code).toBe("not_a_member")
  })

  it("a unit's year is certified to the fen as the ledger has it, by town and without a name, under a number that verifies; the same figures are the same certificate", async () => {
    const { people, unit } = world
    const impact = async () => UnitImpact.parse((await desk(people.viewer, "get", `impact?organisation_id=${unit.id}`)).data)
    const issue = (person: Who) => desk(person, "post", "impact/certificates", { organisation_id: unit.id, year })
    expect(await impact()).toMatchObject({ year, total_fen: 0, households: 0, orders: 0, places: [], certificate: null })
    expect((await issue(people.finance)).data.code).toBe("nothing_to_certify")
    expect((await desk(people.finance, "post", "purchase-reason", { organisation_id: unit.id, reason: "buying_to_help" })).status).toBe(200)
    await plan("午餐", 10)
    await run()
    const { data: { orders: [order] } } = await desk(world.buyer, "get", `orders?organisation_id=${unit.id}`)
    await pay(order.order_id, 36_000, "B-1")
    await postBenefitWorkflow(getContainer()).run({ input: { order_ids: [order.order_id] } })
    const shown = await impact()
    const [ledger] = await sql("select sum(amount_fen)::integer as fen from ledger_entry where account in ('provisional', 'payable', 'settled')")
    expect([shown.total_fen, shown.paid_fen, shown.orders, shown.households]).toEqual([ledger.fen, 36_000, 1, 2])
    expect(shown.reasons).toEqual([{ reason: "buying_to_help", paid_fen: 36_000 }])
    expect(shown.places).toEqual([expect.objectContaining({ place: expect.stringContaining("巫溪县"), households: 2, total_fen: ledger.fen })])
    expect([shown.months.reduce((sum, fen) => sum + fen, 0), shown.months[Number(dayFromNow(0).slice(5, 7)) - 1]]).toEqual([ledger.fen, ledger.fen])
    expect((await issue(people.viewer)).data.code).toBe("role_not_allowed")
    const { status, data: first } = await issue(people.finance)
    expect([status, (await issue(people.finance)).data]).toEqual([201, first])
    expect((await impact()).certificate).toMatchObject({ number: first.number, version: 1, total_fen: ledger.fen })
    const file = (person: Who, number = first.number) => desk(person, "get", `impact/certificates/${number}?organisation_id=${unit.id}`, undefined, { responseType: "arraybuffer" })
    const [page] = await openPdf((await file(people.viewer)).data)
    const text = page!.text.join("")
    for (const part of [unit.name, first.number, "360.00", (ledger.fen / 100).toFixed(2), "巫溪县"]) expect(text).toContain(part)
    expect(text).not.toMatch(/观峰村|[12]号户|王小明/)
    expect((await api.get(`/store/verify/${first.number}`, { headers: people.viewer.headers })).data).toMatchObject({ document: "impact", valid: true, total_fen: ledger.fen })
    const others = await desk(people.other, "get", "organisations")
    expect((await desk(people.other, "get", `impact/certificates/${first.number}?organisation_id=${others.data.organisations[0].id}`)).data.code).toBe("not_found")
    expect((await file(people.other)).status).toBe(403)
    expect((await desk(people.other, "get", `impact?organisation_id=${unit.id}`)).data.code).toBe("not_a_member")

    // What a unit's caterer bought for it stands apart on the unit's page, while it caters, and once only on its own.
    const [{ id: hospital }] = others.data.organisations
    const caters = (since: string) => api.post(`/admin/institution/organisations/${unit.id}/relations`, { kind: "caterer", to_organisation_id: hospital, since }, { headers: world.office.headers })
    const counted = async () => { const { paid_fen, counted: apart } = UnitImpact.parse((await desk(people.other, "get", `impact?organisation_id=${hospital}`)).data); return { paid_fen, apart } }
    const { data: { relations: [relation] } } = await caters(dayFromNow(1))
    expect(await counted()).toEqual({ paid_fen: 0, apart: [] })
    await api.post(`/admin/institution/relations/${relation.id}/end`, { ended_on: dayFromNow(1) }, { headers: world.office.headers })
    await caters(`${year}-01-01`)
    expect([await counted(), (await impact()).counted]).toEqual([{ paid_fen: 0, apart: [{ organisation_id: unit.id, name: unit.name, paid_fen: 36_000 }] }, []])
  })

  it("lists of purchases made elsewhere are read row by row, entered on one proof or not at all, and the proof comes back to whom it concerns", async () => {
    const { people, unit } = world
    const row = (change: Record<string, string> = {}) => Object.values({ on: `${year}-01-05`, seller: "恩施某合作社", goods: "香菇 20 千克", origin: "恩施市", yuan: "1,280.50", platform: "832平台", source: "食堂经费", ...change }).join("\t")
    const heading = "付款日期\t卖方\t商品和数量\t产地\t金额\t渠道\t经费"
    const read = async (text: string) => OutsideList.parse((await desk(people.finance, "post", "outside-purchases/lists", { organisation_id: unit.id, text })).data)
    const list = await read([heading, row(), row({ origin: "500238", source: "工会经费" }), row({ yuan: "-3" }), row({ origin: "无此县" }), row({ on: "2099-01-01" })].join("\n"))
    expect([list.faults, list.total_fen, list.rows.map(({ row: at, error, entry }) => [at, error, entry?.origin_code])]).toEqual([3, 256_100, [
      [2, null, "422801"], [3, null, "500238"], [4, expect.stringContaining("金额"), undefined], [5, expect.stringContaining("没有找到区县"), undefined], [6, expect.stringContaining("日期不能晚于"), undefined]]])
    const file = await workbookOf([heading.split("\t"), [`${year}-01-05`, "恩施某合作社", "香菇 20 千克", "恩施市", 1280.5, "832平台", "食堂经费"], ["x", "y"]])
    const uploaded = await desk(people.finance, "post", `outside-purchases/lists/${unit.id}`, file, { headers: { ...people.finance.headers, "content-type": "application/octet-stream" } })
    expect([uploaded.data.rows[0].text, uploaded.data.rows[0].entry.amount_fen, uploaded.data.rows.length > 1]).toEqual([row({ yuan: "1280.50" }), 128_050, true])
    const enter = (text: string, person: Who = people.finance) => desk(person, "post", "outside-purchases/batches", { organisation_id: unit.id, text, proof_name: "对账单.pdf", proof: PDF.toString("base64") })
    expect((await enter([row(), row({ yuan: "-3" })].join("\n"))).data.code).toBe("list_faulty")
    expect((await desk(people.viewer, "get", `budget?organisation_id=${unit.id}`)).data.outside).toEqual([])
    const { status, data } = await enter([row(), row({ goods: "木耳 5 千克", yuan: "200" })].join("\n"))
    expect([status, data.outside_purchases.map(({ amount_fen, proof_sha256 }: any) => [amount_fen, proof_sha256]).sort()]).toEqual([201, [[128_050, data.outside_purchases[0].proof_sha256], [20_000, data.outside_purchases[0].proof_sha256]].sort()])
    expect((await enter(row({ goods: "再来一次" }))).data.code).toBe("proof_known")
    for (const { id } of data.outside_purchases) {
      expect(Buffer.from((await desk(people.finance, "get", `outside-purchases/${id}/proof`, undefined, { responseType: "arraybuffer" })).data)).toEqual(PDF)
      expect((await desk(people.receiver, "get", `outside-purchases/${id}/proof`)).data.code).toBe("role_not_allowed")
      expect((await desk(people.other, "get", `outside-purchases/${id}/proof`)).data.code).toBe("not_a_member")
      await api.post(`/admin/institution/outside-purchases/${id}/decision`, { verdict: "approve" }, { headers: world.office.headers })
    }
    for (const person of [people.other, people.stranger]) {
      for (const answer of [await enter(row(), person), await desk(person, "post", "outside-purchases/lists", { organisation_id: unit.id, text: row() }), await desk(person, "get", `outside-purchases/lists/${unit.id}`)]) expect(answer.data.code).toBe("not_a_member")
    }
    const { plans: [plan] } = (await desk(people.viewer, "get", `budget?organisation_id=${unit.id}`)).data
    expect([plan.paid_fen, plan.items.length]).toEqual([148_050, 2])
    const sheet = await desk(people.viewer, "get", `year-sheet?organisation_id=${unit.id}&plan_id=${plan.id}`, undefined, { responseType: "arraybuffer" })
    expect((await openPdf(sheet.data))[0]!.text.join("")).toMatch(/食堂预留份额[\s\S]*木耳 5 千克[\s\S]*1,480\.50/)
    expect((await desk(people.viewer, "get", `year-sheet?organisation_id=${unit.id}&plan_id=splan_unknown`)).data.code).toBe("not_found")
    expect((await desk(people.other, "get", `year-sheet?organisation_id=${unit.id}&plan_id=${plan.id}`)).data.code).toBe("not_a_member")
  })

  it("one's own order is counted for one's unit when one says so, for one unit, and nobody else's", async () => {
    const { viewer, people, unit, store, potato } = world
    const own = { id: `order_${"d".repeat(32)}`, email: "viewer@example.cn", customer_id: viewer.customer_id, region_id: store.region_id, sales_channel_id: store.sales_channel_id, shipping_address: ADDRESS, items: [{ variant_id: potato.variant_id, quantity: 1 }], payment_provider_id: "pp_transfer_cn" }
    await placeOrdersWorkflow(getContainer()).run({ input: { orders: [own] } })
    const choice = (person: Who) => desk(person, "get", `credits?order_id=${own.id}`)
    expect(CreditChoice.parse((await choice(viewer)).data)).toEqual({ organisations: [{ id: unit.id, name: unit.name }], credited_to: null })
    expect((await choice(people.other)).data.code).toBe("unknown_order")
    expect((await desk(viewer, "post", "credits", { organisation_id: unit.id, order_id: own.id })).status).toBe(201)
    expect((await choice(viewer)).data.credited_to).toEqual({ id: unit.id, name: unit.name })
  })
})
