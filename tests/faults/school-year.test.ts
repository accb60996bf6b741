import { BASE_MONTH, type Day, ENTERED_ON, expectedYear, FROM, indexValues, LEAVES, PAUSE, SHORT_WEEK, SUCCESSOR, TO, VACATIONS } from "@fupin/institution/domain/school-year"
import runStandingOrders from "@fupin/institution/jobs/run-standing-orders"
import { changeMemberWorkflow, changeOccurrenceWorkflow, changeStandingOrderWorkflow, saveMembersWorkflow, saveOrganisationsWorkflow, saveStandingOrdersWorkflow, saveSupplyAgreementsWorkflow } from "@fupin/institution/workflows"
import { saveRegionsWorkflow } from "@fupin/provenance/workflows"
import { Modules } from "@medusajs/framework/utils"
import { vi } from "vitest"
import { importStore } from "../../seed/importers/store"
import { createGoods, type Goods } from "../support/goods"
import { DELIVERY, nextDay } from "../support/institution"
import { addProducer, sql } from "../support/linked-shop"
import { describeShop } from "../support/shop"

/** Beside the calendar: the buyer takes one Thursday out, which lies a week ahead. */
const SKIPPED = { entered_on: "2023-12-07", date: "2023-12-14", reason: "运动会" }
const MISSED = "2024-04-01"
const SCHOOL = { name: "翠溪实验小学校", uscc: "12500112435277068B", kind: "school" as const, region_code: "500112", verified: true }
const HOSPITAL = { name: "渝北区人民医院", uscc: "12420115435435441Y", kind: "hospital" as const, region_code: "500112", verified: true }

describeShop(({ getContainer }) => {
  let rice: Goods
  let ids: { school: string; order: string; members: { cook: string } }
  const institution = () => getContainer().resolve<any>("institution")

  /** The clock of the shop stands at this moment; that of the database, on which leases hang, goes on. */
  const at = (moment: string | Date) => vi.setSystemTime(new Date(moment))

  beforeAll(async () => {
    vi.useFakeTimers({ toFake: ["Date"] })
    at("2023-08-20T08:00:00Z")
    const container = getContainer()
    const store = await importStore(container)
    await saveRegionsWorkflow(container).run({ input: { regions: [{ code: "500000", name: "重庆市" }, { code: "500112", name: "渝北区" }, { code: "500238", name: "巫溪县" }, { code: "500238104", name: "古路镇" }] } })
    rice = await createGoods(container, store, "大宁河米", 60, 100_000)
    await addProducer(container, "巫溪粮油合作社", [rice.product_id], "2023-01-01T00:00:00+08:00")
    await container.resolve(Modules.CUSTOMER).createCustomers(["cook", "successor", "nurse"].map((name) => ({ email: `${name}@example.cn`, first_name: name, has_account: true })))
    const { result: [school, hospital] } = await saveOrganisationsWorkflow(container).run({ input: { actor_id: "tester", organisations: [
      { ...SCHOOL, members: [{ email: "cook@example.cn", role: "buyer" }] }, { ...HOSPITAL, members: [{ email: "nurse@example.cn", role: "buyer" }] },
    ] } })
    const order = await openPlan(school!.id, "定采〔2023〕001", { starts_on: FROM, ends_on: null, quantity: 40 })
    await openPlan(hospital!.id, "定采〔2023〕002", { starts_on: SHORT_WEEK[0]!, ends_on: SHORT_WEEK[1]!, quantity: 160 })
    for (const day of SHORT_WEEK) await institution().savePledge({ variant_id: rice.variant_id, from_on: day, to_on: day, quantity: 60, note: "雹灾" }, "tester")
    const [cook] = await institution().listOrganisationMembers({ organisation_id: school!.id })
    ids = { school: school!.id, order, members: { cook: cook.id } }
  })
  afterAll(() => { vi.useRealTimers() })

  /** Monday and Thursday at the index's price, two days ahead. */
  async function openPlan(organisation_id: string, number: string, { quantity, ...days }: { starts_on: string; ends_on: string | null; quantity: number }): Promise<string> {
    const price_rule = { kind: "index" as const, series: "大米", base_month: BASE_MONTH, lag_months: 1 }
    const { result: [agreement] } = await saveSupplyAgreementsWorkflow(getContainer()).run({ input: { agreements: [{
      number, organisation_id, producer_id: null, valid_from: FROM, valid_to: TO, weekdays: [1, 4], lead_time_days: 2, stage: "signed" as const, lines: [{ variant_id: rice.variant_id, unit_price_fen: 5000, price_rule }],
    }] } })
    const { result: [plan] } = await saveStandingOrdersWorkflow(getContainer()).run({ input: { customer_id: null, standing_orders: [{
      agreement_id: agreement!.id, name: number, weekdays: [1, 4], ...days, skip_statutory_holidays: true, deliver_on_makeup_workdays: true, lines: [{ variant_id: rice.variant_id, quantity }], delivery: DELIVERY,
    }] } })
    return plan!.id
  }

  /** What people do on a day, before the hourly run of that day. */
  async function act(today: string): Promise<void> {
    const container = getContainer()
    const months = indexValues(today)
    if (months.length > 0) await institution().recordIndices({ series: "大米", source: "国家统计局", months }, "tester")
    for (const vacation of VACATIONS) if (today === ENTERED_ON[vacation.name]) await institution().addVacation({ organisation_id: ids.school, ...vacation }, "tester")
    if (today === PAUSE.entered_on) await changeStandingOrderWorkflow(container).run({ input: { id: ids.order, change: { pause: { from: PAUSE.from, resume_on: PAUSE.resume_on, placed: "keep" } } } })
    if (today === SKIPPED.entered_on) {
      const [row] = await sql(container, "select id from occurrence where standing_order_id = ? and delivery_date = ?", [ids.order, SKIPPED.date])
      await changeOccurrenceWorkflow(container).run({ input: { id: String(row!.id), change: { skip: SKIPPED.reason } } })
    }
    if (LEAVES.toISOString().startsWith(today)) await changeMemberWorkflow(container).run({ input: { id: ids.members.cook, actor_id: "tester", leaves: true } })
    if (SUCCESSOR.toISOString().startsWith(today)) await saveMembersWorkflow(container).run({ input: { organisation_id: ids.school, members: [{ email: "successor@example.cn", role: "buyer" }], verified: true, actor_id: "tester" } })
  }

  /** A day's delivery as it stands, with what its real orders hold. */
  const READ = `select o.delivery_date as date, o.state, o.error as why, l.unit_price_fen::int as price_fen, l.supplied::int, cardinality(o.order_ids) as orders, sold.quantity::int as sold, sold.fen::int as sold_fen, sold.email
    from occurrence o left join occurrence_line l on l.occurrence_id = o.id
    left join lateral (select sum(d.quantity) as quantity, max(i.unit_price) * 100 as fen, max(r.email) as email from "order" r join order_item d on d.order_id = r.id join order_line_item i on i.id = d.item_id where r.id = any(o.order_ids)) as sold on true
    where o.standing_order_id = ? and o.deleted_at is null`
  type Read = { date: string; state: string; why: string | null; price_fen: number; supplied: number; orders: number; sold: number | null; sold_fen: number | null; email: string | null }
  const read = async (where = "", values: string[] = []) => await sql(getContainer(), `${READ} ${where}`, [ids.order, ...values]) as unknown as Read[]

  it("lays out and places thirteen months day by day exactly as the calendar of the school has them", async () => {
    const expected: Record<string, Day> = { ...expectedYear(), [SKIPPED.date]: { state: "skipped", why: SKIPPED.reason, price_fen: null, supplied: null } }
    const failures: Record<string, string> = {}
    const seen: Record<string, Read> = {}
    for (let today = "2023-08-25"; today <= nextDay(TO, 10); today = nextDay(today, 1)) {
      at(`${today}T00:00:00Z`)
      await act(today)
      at(`${today}T08:00:00Z`)
      await runStandingOrders(getContainer())
      for (const row of await read("and (o.state = 'failed' or o.delivery_date = ?)", [nextDay(today, -8)])) {
        if (row.state === "failed") failures[row.date] = row.why!
        else seen[row.date] = row
      }
    }
    const days = await read()
    expect(days.map(({ date }) => date).sort()).toEqual(Object.keys(expected).sort())
    for (const row of days) expect([row.date, asExpected(row)]).toEqual([row.date, expected[row.date]])
    // Eight days after it was due nothing of a day changes any more.
    for (const row of days) expect([row.date, seen[row.date]]).toEqual([row.date, row])
    for (const { date, orders, sold, sold_fen, supplied, price_fen } of days.filter(({ state }) => state === "placed" || state === "short")) expect([date, orders, sold, sold_fen]).toEqual([date, 1, supplied, price_fen])
    expect(days.filter(({ state, orders }) => (state === "skipped" || state === "cancelled") && orders > 0)).toEqual([])
    const buyerOn = (date: string) => days.find((row) => row.date === date)?.email
    expect([buyerOn("2023-11-23"), buyerOn("2023-11-27"), buyerOn("2024-02-29")]).toEqual(["cook@example.cn", "successor@example.cn", "successor@example.cn"])
    expect(failures).toMatchObject({ "2023-11-27": expect.stringContaining("采购"), [MISSED]: expect.stringContaining("缺少 2024-03 的数值"), "2024-04-11": expect.stringContaining("缺少 2024-03 的数值") })
    expect(await sql(getContainer(), `select count(*)::int as orders from "order"`)).toEqual([{ orders: days.filter(({ orders }) => orders > 0).length + SHORT_WEEK.length }])
    expect(await sql(getContainer(), "select count(*)::int as broken from standing_run where error is not null")).toEqual([{ broken: 0 }])
  }, 400_000)

  /** In the words of the calendar: what was never placed has neither price nor quantity there. */
  function asExpected({ state, why, price_fen, supplied }: Read): Day {
    if (state === "cancelled") return { state, why: /缺少 2024-03 的数值/.test(why ?? "") ? "missed" : why, price_fen: null, supplied: null }
    return state === "skipped" ? { state, why, price_fen: null, supplied: null } : { state, why, price_fen, supplied }
  }
})
