import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { allocateTransfer } from "./allocate-transfer"
import { mayTry } from "./attempts"
import { decideMove, decideOpen, decidePack, decideTerms, decideYear, statesBefore } from "./decide-campaign"
import { decideChoice, decideDefaults, packsLeft, planDefaults } from "./decide-choice"
import { deliveryOf } from "./delivery"
import { holidayDate } from "./holiday"
import { planPackLines } from "./pack-lines"
import { planCampaignOrders } from "./plan-orders"
import { decideRosterRow, entryOf, rosterColumns, type RosterRow } from "./roster"
import { campaignOrderId, linkCode, linkToken, pickupCode, tokenHash } from "./secrets"

const KEY = "b".repeat(64)

describe("a campaign", () => {
  it.each([["mid_autumn", 2026, "2026-09-25"], ["spring_festival", 2027, "2027-02-05"], ["national_day", 2026, "2026-10-01"], ["dragon_boat", 2027, "2027-06-09"], ["new_year", 2030, "2030-01-01"]] as const)("knows %s of %i by the law's calendar", (holiday, year, date) =>
    expect(holidayDate(holiday, year, [])).toBe(date))

  const terms = { holiday: "mid_autumn" as const, year: 2026, budget_fen: 50_000, floor_fen: null, cap_fen: null, choose_by: "2026-09-10", delivery_mode: "home" as const, pickup: null }
  it.each<[string, object, string]>([
    ["below its floor", { floor_fen: 50_001 }, "campaign_below_floor"], ["above its cap", { cap_fen: 49_999 }, "campaign_above_cap"], ["choosing ends with the holiday", { choose_by: "2026-09-25" }, "campaign_deadline"],
    ["choosing ended yesterday", { choose_by: "2026-08-31" }, "campaign_deadline"], ["no place to collect", { delivery_mode: "pickup" }, "campaign_pickup_required"],
  ])("is refused %s", (_name, change, code) => expect(decideTerms({ ...terms, ...change }, "2026-09-01", [])).toMatchObject({ ok: false, code }))

  it("may be given for a region's own holiday where it is a day off, before it begins", () => {
    const regional = [{ region_code: "650000", holiday: "eid_al_adha" as const, year: 2027, from_on: "2027-05-16", to_on: "2027-05-18" }]
    const own = { ...terms, holiday: "eid_al_adha" as const, year: 2027, choose_by: "2027-05-01" }
    expect(decideTerms(own, "2027-04-01", regional)).toEqual({ ok: true, value: "2027-05-16" })
    expect(decideTerms({ ...own, choose_by: "2027-05-16" }, "2027-04-01", regional)).toMatchObject({ ok: false, code: "campaign_deadline" })
    expect(decideTerms(own, "2027-04-01", [])).toMatchObject({ ok: false, code: "campaign_holiday_elsewhere" })
    expect(decideTerms({ ...own, year: 2028 }, "2027-04-01", regional)).toMatchObject({ ok: false, code: "campaign_holiday_elsewhere" })
  })

  it.each([[30_000, [50_000], true], [30_001, [50_000], false], [30_001, [null], true], [30_001, [], true], [30_001, [60_000, 50_000], false]])("of 200 yuan beside others of %i fen within the year's caps %j: %s", (others, caps, ok) =>
    expect(decideYear(20_000, others, caps).ok).toBe(ok))

  it.each([
    [10_000, 10_000, null, "yes"], [10_001, 10_000, null, "pack_over_budget"], [8_000, 10_000, 8_000, "yes"], [7_999, 10_000, 8_000, "pack_below_floor"],
  ])("takes a pack of %i fen within a budget of %i and a floor of %j: %s", (price_fen, budget_fen, floor_fen, expected) => {
    const decided = decidePack({ name: "山货", price_fen }, { budget_fen, floor_fen })
    expect(decided.ok ? "yes" : decided.code).toBe(expected)
    if (!decided.ok) expect(decided.message).toContain("“山货”")
  })

  it("goes its way and no other", () => {
    expect(decideTerms({ ...terms, floor_fen: 50_000, cap_fen: 50_000 }, "2026-09-10", [])).toEqual({ ok: true, value: "2026-09-25" })
    expect([decideMove("draft", "collecting").ok, decideMove("draft", "approved").ok, decideMove("approved", "cancelled").ok, decideMove("done", "collecting").ok]).toEqual([true, false, false, false])
    expect([statesBefore("cancelled"), statesBefore("approved")]).toEqual([["draft", "collecting", "closed"], ["closed"]])
    expect([decideOpen({ state: "collecting", choose_by: "2026-09-10" }, "2026-09-10").ok, decideOpen({ state: "collecting", choose_by: "2026-09-10" }, "2026-09-11").ok, decideOpen({ state: "closed", choose_by: "2026-09-10" }, "2026-09-01").ok]).toEqual([true, false, false])
  })
})

describe("a pack's price", () => {
  it("is shared by shelf value, to the fen", () =>
    expect(planPackLines(10_000, [{ variant_id: "a", quantity: 3, shelf_fen: 1_000 }, { variant_id: "b", quantity: 1, shelf_fen: 6_000 }])).toEqual({ ok: true, value: [
      { variant_id: "a", quantity: 1, unit_price_fen: 1_111 }, { variant_id: "a", quantity: 2, unit_price_fen: 1_112 }, { variant_id: "b", quantity: 1, unit_price_fen: 6_665 },
    ] }))

  it("is the sum of its lines whatever the goods, and no piece is free", () =>
    fc.assert(fc.property(fc.integer({ min: 1, max: 100_000 }), fc.array(fc.record({ quantity: fc.integer({ min: 1, max: 40 }), shelf_fen: fc.integer({ min: 0, max: 50_000 }) }), { minLength: 1, maxLength: 12 }), (price, goods) => {
      const components = goods.map((one, index) => ({ ...one, variant_id: `v${index}` }))
      const pieces = goods.reduce((sum, { quantity }) => sum + quantity, 0)
      const lines = planPackLines(price, components)
      expect(lines.ok).toBe(price >= pieces)
      if (!lines.ok) return
      expect(lines.value.reduce((sum, line) => sum + line.quantity * line.unit_price_fen, 0)).toBe(price)
      for (const { variant_id, quantity } of components) expect(lines.value.filter((line) => line.variant_id === variant_id).reduce((sum, line) => sum + line.quantity, 0)).toBe(quantity)
      expect(Math.min(...lines.value.map(({ unit_price_fen }) => unit_price_fen))).toBeGreaterThan(0)
    })))
})

describe("a choice", () => {
  const components = [{ variant_id: "v", quantity: 2 }]
  const pack = (id: string, more: object = {}) => ({ id, is_halal: false, is_default: false, left: null as number | null, components, stock_limit: null as number | null, taken: 0, ...more })
  const member = { diet: "none" as const, heads: 2, pack_id: null as string | null }

  it.each<[string, object, object, string | null]>([
    ["of which enough is left", { left: 2 }, {}, null], ["of which too few are left", { left: 1 }, {}, "pack_sold_out"], ["that is theirs already", { left: 0 }, { pack_id: "a" }, null],
    ["against their diet", {}, { diet: "halal" }, "pack_not_for_diet"], ["within their diet", { is_halal: true }, { diet: "halal" }, null],
  ])("%s", (_name, more, who, code) => {
    const decided = decideChoice([pack("a", more)], "a", { ...member, ...who })
    expect(decided.ok ? null : decided.code).toBe(code)
  })

  it("counts the scarcest component and the pack's own limit; of a pack nobody has, none", () => {
    expect(packsLeft({ stock_limit: 10, taken: 4, components: [{ variant_id: "v", quantity: 2 }, { variant_id: "w", quantity: 1 }] }, new Map([["v", 9], ["w", 50]]))).toBe(4)
    expect([packsLeft({ stock_limit: 5, taken: 4, components }, new Map([["v", 9]])), packsLeft({ stock_limit: null, taken: 4, components }, new Map()), packsLeft({ stock_limit: null, taken: 0, components }, new Map([["v", -3]]))]).toEqual([1, null, 0])
    expect(decideChoice([], "x", member)).toMatchObject({ code: "unknown_pack" })
    expect([decideDefaults([pack("a")], false).ok, decideDefaults([pack("a", { is_default: true })], true).ok, decideDefaults([pack("a", { is_default: true, is_halal: true })], true).ok]).toEqual([false, false, true])
  })

  it("is made for the silent, those with a diet first, never beyond the stock that packs share", () => {
    const packs = [pack("a", { is_default: true }), pack("h", { is_default: true, is_halal: true })]
    const silent = [{ id: "1", diet: "none" as const, heads: 1 }, { id: "2", diet: "halal" as const, heads: 1 }]
    expect(planDefaults(silent, packs, new Map([["v", 4]]))).toEqual({ ok: true, value: new Map([["2", "h"], ["1", "a"]]) })
    expect(planDefaults(silent, packs, new Map([["v", 3]]))).toMatchObject({ ok: false, code: "pack_short" })
    fc.assert(fc.property(fc.array(fc.record({ diet: fc.constantFrom("none" as const, "halal" as const), heads: fc.integer({ min: 1, max: 3 }) }), { maxLength: 30 }), fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 30 }), (people, stock, limit) => {
      const members = people.map((one, index) => ({ ...one, id: String(index) }))
      const planned = planDefaults(members, [packs[0]!, { ...packs[1]!, stock_limit: limit }], new Map([["v", stock]]))
      if (!planned.ok) return
      const heads = (id: string) => members.filter((one) => planned.value.get(one.id) === id).reduce((sum, one) => sum + one.heads, 0)
      expect([planned.value.size, (heads("a") + heads("h")) * 2 <= stock, heads("h") <= limit, members.every(({ id, diet }) => diet === "none" || planned.value.get(id) === "h")]).toEqual([members.length, true, true, true])
    }))
  })
})

describe("the orders of a campaign", () => {
  const packs = new Map([["a", [{ variant_id: "v", quantity: 2, unit_price_fen: 100 }, { variant_id: "v", quantity: 1, unit_price_fen: 101 }, { variant_id: "w", quantity: 1, unit_price_fen: 50 }]]])
  const sellers = new Map([["v", "s1"], ["w", "s2"]])
  const people = Array.from({ length: 6_000 }, (_, index) => ({ id: `r${index}`, pack_id: "a", heads: 1, delivery: "home" as "home" | "pickup" }))
  const sum = (orders: { total_fen: number }[]) => orders.reduce((fen, { total_fen }) => fen + total_fen, 0)

  it("are one a seller for collective pick-up, with lines of at most 9,999, and one a member and seller for their homes", () => {
    const pickup = planCampaignOrders(people.map((one) => ({ ...one, delivery: "pickup" as const })), packs, sellers)
    expect(pickup.map(({ seller_id, recipient_id, items }) => [seller_id, recipient_id, items.map(({ quantity }) => quantity)])).toEqual([["s1", null, [9_999, 2_001, 6_000]], ["s2", null, [6_000]]])
    const home = planCampaignOrders(people, packs, sellers)
    expect([home.length, sum(home), sum(pickup)]).toEqual([12_000, 6_000 * 351, 6_000 * 351])
    const mixed = planCampaignOrders(people.map((one, index) => ({ ...one, delivery: index < 2 ? "home" as const : "pickup" as const })), packs, sellers)
    expect([mixed.map(({ recipient_id }) => recipient_id), sum(mixed)]).toEqual([["r0", "r0", "r1", "r1", null, null], 6_000 * 351])
  })

  it.each([
    ["pickup", "home", true, "pickup"], ["home", "pickup", false, "home"], ["either", "home", false, "home"], ["either", "pickup", true, "pickup"], ["either", null, true, "home"], ["either", null, false, "pickup"],
  ] as const)("go, in a campaign of %s to a member who said %s (address known: %s), %s", (mode, delivery, has_address, way) => {
    expect(deliveryOf(mode, { delivery, has_address })).toBe(way)
  })

  it("have ids that nobody can guess and everybody finds again", () => {
    expect(campaignOrderId(KEY, "c", "r", "s")).toBe(campaignOrderId(KEY, "c", "r", "s"))
    expect(new Set([campaignOrderId(KEY, "c", "r", "s"), campaignOrderId(KEY, "c", "r", "s", "replacement"), campaignOrderId(KEY, "c", "r2", "s"), campaignOrderId("a".repeat(64), "c", "r", "s")]).size).toBe(4)
    expect([linkToken(KEY, "r").length, /^\d{6}$/.test(linkCode(KEY, "r")), /^[2-9A-HJ-NP-Z]{8}$/.test(pickupCode(KEY, "r")), tokenHash(linkToken(KEY, "r")).includes(linkToken(KEY, "r"))]).toEqual([22, true, true, false])
  })

  it("share one payment to the fen, in order, and take no more than is due", () => {
    expect(allocateTransfer([{ order_id: "1", due_fen: 30 }, { order_id: "2", due_fen: 0 }, { order_id: "3", due_fen: 50 }], 60)).toEqual({ ok: true, value: [{ order_id: "1", amount_fen: 30 }, { order_id: "3", amount_fen: 30 }] })
    expect(allocateTransfer([{ order_id: "1", due_fen: 30 }], 31)).toMatchObject({ code: "transfer_exceeds_due" })
  })
})

it("forgives five wrong codes of a link and sixty of an address", () => expect([mayTry("token", 4), mayTry("token", 5), mayTry("asker", 59), mayTry("asker", 60)]).toEqual([true, false, true, false]))

describe("a row of the roster", () => {
  const row: RosterRow = { employee_number: "A1", name: "王小明", phone: "13800000000", department: null, diet: null, heads: null, email: null, county_code: null, detail: null }
  const faultOf = (change: Partial<RosterRow>, owner?: string) => decideRosterRow({ ...row, ...change }, { owner, counties: new Set(["500112"]) })?.key ?? null

  it("is one pack without a diet unless it says so", () => {
    expect(entryOf(row)).toMatchObject({ department: "", diet: "none", heads: 1, address: null })
    expect([faultOf({}), faultOf({}, "A1"), faultOf({}, "A2"), faultOf({ county_code: "500112" }), faultOf({ detail: "1号" }), faultOf({ county_code: "999999", detail: "1号" }), faultOf({ county_code: "500112", detail: "1号" })]).toEqual([null, null, "phone", "detail", "county_code", "county_code", null])
  })

  it.each([["0", false], ["-3", false], ["1.5", false], ["2", true]])("of %s heads", (text, ok) => expect(rosterColumns.heads.field({ kind: "number", text }).ok).toBe(ok))
  it.each([["a@b.cn", true], ["a@b", false], ["a b@c.cn", false]])("with the address %s", (text, ok) => expect(rosterColumns.email.field({ kind: "text", text }).ok).toBe(ok))
  it.each([["锟斤拷明", false], ["王\uFFFD", false], ["王小明", true], ["阿依古丽·买买提", true]])("named %s", (text, ok) => expect(rosterColumns.name.field({ kind: "text", text }).ok).toBe(ok))
})
