import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Bases, countsFor, excusesYear, forecastOf, isEligible, measurePlan, type PlanFacts, ruleOf, targetOf } from "./plan-progress"

const plan = (change: Partial<PlanFacts> = {}): PlanFacts => ({
  kind: "canteen_share", year: 2026, eligible: { platforms: ["here"], sources: ["canteen"], origins: [] }, target_fen: null, rate_bp: null, member_floor_fen: null, member_cap_fen: null, member_source: null, baseline_fen: null, ...change,
})
const bases = (change: Partial<Bases> = {}): Bases => ({ canteen_budget_fen: 1_000_001, region_rate: { rate_bp: 1_000, source: "全国" }, headcount: { on_day: "2026-03-01", members: 20 }, last_year_fen: 5_000, excused: null, ...change })
const NONE = { ordered_fen: 0, coming_fen: 0 }

describe("what a plan asks for", () => {
  it.each<[string, Partial<PlanFacts>, Partial<Bases>, number | null]>([
    ["the region's share of the canteen budget, never a fen less", {}, {}, 100_001],
    ["its own rate instead", { rate_bp: 2_000 }, {}, 200_001],
    ["nothing while no budget is on record", {}, { canteen_budget_fen: null }, null],
    ["nothing of a unit without a canteen", {}, { excused: "无食堂" }, null],
    ["so much for each member on record", { kind: "union", member_floor_fen: 50_000 }, {}, 1_000_000],
    ["nothing while no members are on record", { kind: "union", member_floor_fen: 50_000 }, { headcount: null }, null],
    ["not less than last year", { kind: "floor" }, {}, 5_000],
    ["not less than last year's amount as it was stated", { kind: "floor", baseline_fen: 7_000 }, {}, 7_000],
    ["the amount of a local plan", { kind: "local", target_fen: 9_000 }, {}, 9_000],
  ])("%s", (_name, change, known, target) => expect(targetOf(plan(change), bases(known)).target_fen).toBe(target))
})

describe("what counts", () => {
  const item = { platform: "here" as const, source: "canteen" as const, origin_code: "500238104" }
  it.each([
    ["a payment here by the canteen", {}, {}, true], ["not one made elsewhere", { platform: "other" as const }, {}, false], ["not the union's money", { source: "union" as const }, {}, false],
    ["one from a town of the county named", {}, { origins: ["500238"] }, true], ["one from a county of the province named", {}, { origins: ["500000"] }, true], ["not one from another", {}, { origins: ["422801"] }, false],
    ["not one of unknown origin where divisions are named", { origin_code: null }, { origins: ["500238"] }, false], ["one of unknown origin where none are", { origin_code: null }, {}, true],
  ])("%s", (_name, change, eligible, expected) => expect(isEligible({ ...item, ...change }, { ...plan().eligible, ...eligible })).toBe(expected))

  it.each<[string, PlanFacts["kind"], boolean, boolean]>([
    ["goods that came count for a canteen's share", "canteen_share", false, true], ["goods given away do not: its canteen never had them", "canteen_share", true, false],
    ["they count for a plan not less than last year's", "floor", true, true], ["and for a union's", "union", true, true],
  ])("%s", (_name, kind, given, expected) => expect(countsFor({ kind, eligible: plan().eligible }, { ...item, given })).toBe(expected))
})

describe("how far it is", () => {
  it("sums by the month of payment, forecasts at this pace, and warns while there is time", () => {
    const measured = measurePlan(plan(), bases(), [{ on: "2026-01-05", amount_fen: 20_000 }, { on: "2026-06-30", amount_fen: 10_000 }, { on: "2026-06-30", amount_fen: -1_000 }], NONE, "2026-07-02")
    expect(measured).toMatchObject({ paid_fen: 29_000, gap_fen: 71_001, state: "behind", warning: expect.stringContaining("710.01") })
    expect([measured.months[0], measured.months[5], measured.forecast_fen]).toEqual([20_000, 9_000, 57_842])
    expect(measurePlan(plan(), bases(), [{ on: "2026-01-05", amount_fen: 60_000 }], NONE, "2026-03-01")).toMatchObject({ state: "on_track", warning: null })
    expect(measurePlan(plan(), bases(), [{ on: "2026-01-05", amount_fen: 100_001 }], NONE, "2026-03-01")).toMatchObject({ state: "met", gap_fen: 0 })
    expect(measurePlan(plan(), bases(), [{ on: "2026-01-05", amount_fen: 100_000 }], NONE, "2027-01-01")).toMatchObject({ state: "behind", warning: "年度已结束，还差 0.01 元" })
  })

  it("counts what is on its way before the year ends where that is more than its pace, and never in what is paid", () => {
    const ahead = { ordered_fen: 30_000, coming_fen: 50_000 }
    expect(measurePlan(plan(), bases(), [{ on: "2026-06-30", amount_fen: 29_000 }], ahead, "2026-07-02")).toMatchObject({ paid_fen: 29_000, gap_fen: 71_001, forecast_fen: 109_000, state: "on_track", warning: null, ...ahead })
    expect(measurePlan(plan(), bases(), [{ on: "2026-01-05", amount_fen: 60_000 }], ahead, "2026-03-01").forecast_fen).toBe(365_000)
  })

  it("says what neither payments nor what is on its way cover", () => {
    const openOf = (ordered_fen: number, coming_fen: number) => measurePlan(plan(), bases(), [{ on: "2026-01-05", amount_fen: 20_001 }], { ordered_fen, coming_fen }, "2026-03-01").open_fen
    expect([openOf(0, 0), openOf(30_000, 0), openOf(30_000, 49_999), openOf(30_000, 50_000), openOf(90_000, 90_000)]).toEqual([80_000, 50_000, 1, 0, 0])
  })

  it.each([[1_999, 99, "below"], [2_000, 100, "within"], [4_000, 200, "within"], [4_001, 200, "above"]] as const)("of a union, %i fen for twenty members are %i each: %s", (paid, average_fen, standing) =>
    expect(measurePlan(plan({ kind: "union", member_floor_fen: 100, member_cap_fen: 200 }), bases(), [{ on: "2026-02-01", amount_fen: paid }], NONE, "2026-03-01").per_member).toMatchObject({ members: 20, average_fen, standing }))

  it("shows no average where there is no union or nobody on record", () =>
    expect([plan(), plan({ kind: "union", member_floor_fen: 100 })].map((one) => measurePlan(one, bases({ headcount: null }), [], NONE, "2026-03-01").per_member)).toEqual([null, null]))

  it("warns of a union above its cap", () =>
    expect(measurePlan(plan({ kind: "union", member_floor_fen: 100, member_cap_fen: 200 }), bases(), [{ on: "2026-02-01", amount_fen: 4_001 }], NONE, "2026-03-01").warning).toContain("上限"))

  it.each([["2025-11-23", 1_500], ["2026-12-31", 0]])("forecasts of a year seen on %s what is on its way: %i", (today, fen) =>
    expect(forecastOf(0, 2026, today, { ordered_fen: 1_000, coming_fen: 500 })).toBe(fen))

  it("never forecasts less than was paid, and exactly that at the year's end", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1e12 }), fc.integer({ min: 0, max: 364 }), (paid, days) => {
      const day = new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10)
      expect(forecastOf(paid, 2026, day, NONE)).toBeGreaterThanOrEqual(paid)
      if (days === 364) expect(forecastOf(paid, 2026, day, NONE)).toBe(paid)
    }))
  })
})

it.each([
  ["2026-03-01", null, [false, true, true]], ["2026-12-31", null, [false, true, true]], ["2025-01-01", "2026-12-30", [true, false, false]], ["2025-01-01", "2027-01-01", [true, true, false]],
] as const)("a canteen that is not its own since %s, until %s, excuses of 2025 to 2027 %s", (since, ended_on, years) =>
  expect([2025, 2026, 2027].map((year) => excusesYear({ since, ended_on }, year))).toEqual(years))

it("takes the rate of the narrowest division that has begun", () => {
  const rates = [{ region_code: "", from_year: 2021, rate_bp: 1_000 }, { region_code: "420000", from_year: 2022, rate_bp: 1_500 }, { region_code: "420500", from_year: 2023, rate_bp: 2_000 }, { region_code: "420500", from_year: 2027, rate_bp: 2_500 }]
  expect([["500112", 2026], ["422801", 2026], ["420581", 2026], ["420581", 2027], ["420581", 2022], ["420581", 2020]].map(([code, year]) => ruleOf(rates, String(code), Number(year))?.rate_bp ?? null)).toEqual([1_000, 1_500, 2_000, 2_500, 1_500, null])
})
