import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows"
import { followOrdersWorkflow, runStandingOrdersWorkflow, saveStandingOrdersWorkflow } from "@fupin/institution/workflows"
import { saveDesignationsWorkflow } from "@fupin/provenance/workflows"
import { bankFile } from "../support/bank-file"
import { dayFromNow, DELIVERY, type Institutions, openInstitutions } from "../support/institution"
import { sql } from "../support/linked-shop"
import { addContract, openScopedPreorder } from "../support/scoped-preorder"
import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"
import { weekdayOf } from "../support/spending"

type Answer = { status: number; data: any }

/** What is refused where no other test comes by: the state that leads there, the sentence's code, and that nothing was written. */
describeShop(({ api, getContainer }) => {
  let world: Institutions
  let staff: { headers: Record<string, string> }
  const [date, today] = [dayFromNow(3), dayFromNow(0)]
  beforeAll(async () => {
    world = await openInstitutions(getContainer())
    staff = await signInStaff(getContainer(), "administrator")
  })

  const ask = ({ headers }: { headers: object }, method: "get" | "post", path: string, body: unknown = {}): Promise<Answer> => {
    const options = { headers: { ...headers, ...(Buffer.isBuffer(body) ? { "content-type": "application/octet-stream" } : {}) }, validateStatus: null }
    return method === "get" ? api.get(path, options) : api.post(path, body, options)
  }
  const desk = (who: "buyer" | "receiver" | "finance", method: "get" | "post", path: string, body?: unknown) => ask(world.people[who], method, `/store/institution/${path}`, body)
  const admin = (method: "get" | "post", path: string, body?: unknown) => ask(staff, method, `/admin/institution/${path}`, body)
  const plan = (change: object = {}) => ({
    agreement_id: world.agreements.school.id, name: "食堂", weekdays: [weekdayOf(date)], starts_on: date, ends_on: date, skip_statutory_holidays: false,
    lines: [{ variant_id: world.potato.variant_id, quantity: 10 }, { variant_id: world.rice.variant_id, quantity: 2 }], delivery: DELIVERY, ...change,
  })
  const occurrences = async (): Promise<any[]> => (await desk("buyer", "get", `occurrences?organisation_id=${world.school.id}`)).data.occurrences
  const run = async (day = date) => (await runStandingOrdersWorkflow(getContainer()).run({ input: { date: day } })).result
  const deliver = async () => {
    await desk("buyer", "post", "standing-orders", plan({ lines: [{ variant_id: world.potato.variant_id, quantity: 10 }] }))
    await run()
    const [one] = await occurrences()
    await desk("receiver", "post", `occurrences/${one.id}/acceptance`, { lines: [{ variant_id: world.potato.variant_id, accepted: 10, reason: "" }] })
    const { data: { statements: [statement] } } = await admin("post", "statements", { month: date.slice(0, 7) })
    return { occurrence: one, statement }
  }

  it("money of one unit is not booked for another, nor for what nobody has confirmed", async () => {
    const { school, office } = world
    const { statement } = await deliver()
    await admin("post", `statements/${statement.id}/send`)
    await openScopedPreorder(getContainer(), world)
    await addContract(getContainer(), "preoc_other", "YG2611000025", office.id)
    const rows = [[today, "B1", "10.00", "", "某人", ""], [today, "B2", "400.00", "", school.name, statement.number]]
    await admin("post", "bank-files?filename=a.csv&dry_run=false", Buffer.from(bankFile(rows)))
    const open = async () => (await admin("get", "bank-rows?state=open")).data.rows as any[]
    const [stray] = (await open()).filter(({ reference }) => reference === "B1")
    const resolve = (row: any, number: string) => admin("post", `bank-rows/${row.id}/resolve`, { act: "allocate", number, reason: "电话核对" })
    expect(await resolve(stray, statement.number)).toMatchObject({ status: 400, data: { code: "not_payable_now" } })

    await desk("finance", "post", `statements/${statement.id}/confirm`, { revision: 1 })
    const over = (await open()).find(({ reference }) => reference === "B2")
    expect(over).toMatchObject({ organisation: { id: school.id }, open_fen: 4_000 })
    expect(await resolve(over, "YG2611000025")).toMatchObject({ status: 400, data: { code: "bank_row_of_another" } })
    expect((await open()).map(({ reference, open_fen }) => [reference, open_fen]).sort()).toEqual([["B1", 1_000], ["B2", 4_000]])
  })

  it("a month of which nothing is left goes to nobody", async () => {
    const { occurrence, statement } = await deliver()
    for (const order_id of occurrence.order_ids) await cancelOrderWorkflow(getContainer()).run({ input: { order_id } })
    await followOrdersWorkflow(getContainer()).run({ input: { order_ids: null } })
    expect(await admin("post", `statements/${statement.id}/send`)).toMatchObject({ status: 400, data: { code: "nothing_to_state" } })
    expect((await admin("get", `statements/${statement.id}`)).data.statement).toMatchObject({ state: "draft" })
  })

  it("nobody stands twice in a campaign's roster, by number or by phone", async () => {
    const year = Number(today.slice(0, 4)) + 1
    const { data: { campaign: { id } } } = await desk("buyer", "post", "campaigns", { organisation_id: world.school.id, holiday: "mid_autumn", year, title: "中秋", budget_fen: 50_000, choose_by: `${year}-08-31`, delivery_mode: "home" })
    const add = (employee_number: string, phone: string) => desk("buyer", "post", `campaigns/${id}/recipients`, { employee_number, name: "职工", phone })
    expect((await add("G1", "13800000001")).status).toBe(201)
    expect(await add("G1", "13800000002")).toMatchObject({ status: 409, data: { code: "employee_taken" } })
    expect(await add("G2", "13800000001")).toMatchObject({ status: 409, data: { code: "phone_taken" } })
    expect((await desk("buyer", "get", `campaigns/${id}/recipients`)).data.count).toBe(1)
  })

  it("a day follows a headcount only where one is usual, and a plan of the past changes no more", async () => {
    const { data: { standing_order } } = await desk("buyer", "post", "standing-orders", plan())
    const [one] = await occurrences()
    expect(await desk("buyer", "post", `occurrences/${one.id}/headcount`, { headcount: 50 })).toMatchObject({ status: 400, data: { code: "headcount_not_set" } })
    const past = { starts_on: dayFromNow(-9), ends_on: dayFromNow(-2), deliver_on_makeup_workdays: false, weekdays: [1, 2, 3, 4, 5, 6, 7] }
    const { result: [ended] } = await saveStandingOrdersWorkflow(getContainer()).run({ input: { customer_id: null, standing_orders: [{ ...plan(), ...past, name: "旧食堂" }] } })
    for (const [act, body] of [["pause", { resume_on: dayFromNow(9) }], ["resume", {}], ["end", {}]] as const) {
      expect([act, await desk("buyer", "post", `standing-orders/${ended!.id}/${act}`, body)]).toMatchObject([act, { status: 400, data: { code: "standing_order_ended" } }])
    }
    expect((await desk("buyer", "post", `standing-orders/${standing_order.id}/resume`)).status).toBe(200)
  })

  it("what is agreed up to the shelf's price is not supplied while the shelf has none, and says so", async () => {
    const line = { variant_id: world.potato.variant_id, unit_price_fen: 4500, price_rule: { kind: "ceiling" } }
    const { data: { agreement } } = await admin("post", "agreements", { number: "定采〔2026〕限价", organisation_id: world.school.id, valid_from: today, valid_to: dayFromNow(20), weekdays: [1, 2, 3, 4, 5, 6, 7], lead_time_days: 1, stage: "signed", lines: [line, { variant_id: world.rice.variant_id, unit_price_fen: 5000 }] })
    await desk("buyer", "post", "standing-orders", plan({ agreement_id: agreement.id }))
    await sql(getContainer(), "delete from price where price_set_id in (select price_set_id from product_variant_price_set where variant_id = ?)", [world.potato.variant_id])
    expect(await run()).toMatchObject({ short: 1, placed: 0 })
    const [short] = await occurrences()
    expect(short.lines.map(({ title, supplied, reason }: any) => [title, supplied, reason]).sort()).toEqual([["大宁河米", 2, null], ["巫溪洋芋", 0, expect.stringContaining("商品目前没有标价")]])
  })

  it("a plan that holds goods whose certificate ended is changed like any other; the goods stay away and say why", async () => {
    const { data: { standing_order } } = await desk("buyer", "post", "standing-orders", plan())
    await saveDesignationsWorkflow(getContainer()).run({ input: { designations: [{ number: "渝巫认定〔2025〕1号", product_id: world.potato.product_id, valid_from: "2025-01-01", valid_to: dayFromNow(-1) }] } })
    const { agreement_id: _fixed, ...terms } = plan({ lines: [{ variant_id: world.potato.variant_id, quantity: 10 }, { variant_id: world.rice.variant_id, quantity: 5 }] })
    expect((await desk("buyer", "post", `standing-orders/${standing_order.id}`, { ...terms, version: standing_order.version })).status).toBe(200)
    expect(await run()).toMatchObject({ short: 1 })
    const [one] = await occurrences()
    expect(one.lines.map(({ title, requested, supplied, reason }: any) => [title, requested, supplied, reason]).sort()).toEqual([["大宁河米", 5, 5, null], ["巫溪洋芋", 10, 0, expect.stringContaining("认定已到期")]])
    expect(one.total_fen).toBe(5 * 5500)
  })

  it("a preorder is booked until its last day, and delivered only to a unit that has a buyer", async () => {
    await openScopedPreorder(getContainer(), world)
    await saveDesignationsWorkflow(getContainer()).run({ input: { designations: [{ number: "渝巫认定〔2026〕1号", product_id: world.potato.product_id, valid_from: "2026-01-01", valid_to: dayFromNow(300) }] } })
    const wanted = { organisation_id: world.school.id, quantity: 1 }
    expect(await desk("buyer", "post", "preorders/preof_open/preview", wanted)).toMatchObject({ status: 400, data: { code: "preorder_not_open" } })
    expect(await desk("buyer", "post", "preorders/preof_open/book", { ...wanted, idempotency_key: "7b9f1c52-0000-4000-8000-000000000001", delivery: DELIVERY })).toMatchObject({ status: 400, data: { code: "preorder_not_open" } })
    await sql(getContainer(), "update organisation_member set left_at = now() where organisation_id = ? and role = 'buyer'", [world.school.id])
    await admin("post", "preorder-deliveries/predl_off/place")
    expect(await sql(getContainer(), "select state, problem from preorder_delivery where id = 'predl_off'")).toEqual([{ state: "planned", problem: "该单位没有可以下单的采购人员，请先补充" }])
  })

  it("a producer that nobody stopped is not let act again", async () => {
    const standing = (act: "stop" | "lift") => admin("post", `producers/${world.wuxi.id}/standing`, act === "stop" ? { act, reason: "抽检不合格" } : { act })
    expect(await standing("lift")).toMatchObject({ status: 409, data: { code: "producer_not_stopped" } })
    expect([(await standing("stop")).status, (await standing("lift")).status]).toEqual([200, 200])
    expect(await standing("lift")).toMatchObject({ status: 409, data: { code: "producer_not_stopped" } })
  })

  it("vacations shrink what a unit committed itself to by their share of the term", async () => {
    const { data: { agreement } } = await admin("post", "agreements", { number: "定采〔2026〕假期", organisation_id: world.school.id, valid_from: today, valid_to: dayFromNow(19), weekdays: [1, 2, 3, 4, 5, 6, 7], lead_time_days: 1, stage: "signed", lines: [{ variant_id: world.potato.variant_id, unit_price_fen: 3600, term_min: 100, term_max: 900 }] })
    const relieved = async () => (await desk("buyer", "get", `agreements/${agreement.id}`)).data.dossier.commitments.map(({ term_min, relieved_min, owed }: any) => [term_min, relieved_min, owed])
    expect(await relieved()).toEqual([[100, 100, 0]])
    await desk("buyer", "post", "vacations", { organisation_id: world.school.id, name: "秋假", from_on: dayFromNow(10), to_on: dayFromNow(14) })
    expect(await relieved()).toEqual([[100, 75, 0]])
    const { vacations: [vacation] } = (await desk("buyer", "get", "vacations")).data
    await desk("buyer", "post", `vacations/${vacation.id}/remove`)
    expect(await relieved()).toEqual([[100, 100, 0]])
  })
})
