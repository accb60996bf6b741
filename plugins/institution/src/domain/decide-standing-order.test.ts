import { describe, expect, it } from "vitest"
import { type AgreementTerms, decideEnd, decideLines, decidePause, decidePlan, decidePrice, mergeLines } from "./decide-standing-order"

const terms: AgreementTerms = {
  valid_from: "2026-01-01", valid_to: "2026-12-31", weekdays: [2, 5],
  lines: [{ variant_id: "potato", unit_price_fen: 3600, max_quantity: 50 }, { variant_id: "tea", unit_price_fen: 8800, max_quantity: null }, { variant_id: "eggs", unit_price_fen: 120, max_quantity: 300, min_quantity: 30 }],
}
const codeOf = (decision: { ok: boolean; code?: string }) => (decision.ok ? null : decision.code)

describe("the price of a line", () => {
  it.each([["potato", "2026-01-01", 3600], ["tea", "2026-12-31", 8800], ["potato", "2027-01-01", "agreement_not_in_force"], ["potato", "2025-12-31", "agreement_not_in_force"], ["crab", "2026-06-01", "not_in_agreement"]])(
    "%s on %s: %s", (variant, date, expected) => {
      const decision = decidePrice(terms, variant, date)
      expect(decision.ok ? decision.value : decision.code).toBe(expected)
    })
})

describe("lines", () => {
  it.each([
    [[["potato", 50]], null], [[["tea", 9999]], null], [[["potato", 51]], "above_agreed_quantity"], [[["crab", 1]], "not_in_agreement"], [[["tea", 1], ["tea", 1]], "duplicate_line"],
    [[["eggs", 29]], "below_agreed_quantity"], [[["eggs", 30]], null], [[["eggs", 0]], null],
  ] as [[string, number][], string | null][])("%j: %s", (lines, code) =>
    expect(codeOf(decideLines(terms, lines.map(([variant_id, quantity]) => ({ variant_id, quantity }))))).toBe(code))
})

describe("the days of a plan", () => {
  it.each([
    ["2026-11-24", "2026-12-31", [2], null], ["2026-11-24", null, [2, 5], null], ["2026-11-24", "2026-11-23", [2], "end_before_start"], ["2027-01-01", null, [2], "agreement_not_in_force"],
    ["2026-11-24", null, [3], "weekday_not_in_agreement"], ["2026-09-01", "2026-09-30", [2], "date_in_the_past"], ["2025-01-01", "2025-02-01", [2], "agreement_not_in_force"],
  ] as const)("%s to %s on %j: %s", (starts_on, ends_on, weekdays, code) =>
    expect(codeOf(decidePlan(terms, { starts_on, ends_on, weekdays: [...weekdays] }, "2026-11-22"))).toBe(code))
  it("may lie in the past for staff", () => expect(decidePlan(terms, { starts_on: "2026-09-01", ends_on: "2026-09-30", weekdays: [2] }, null).ok).toBe(true))
  it("end with an agreement that ended", () => expect(codeOf(decidePlan(terms, { starts_on: "2026-12-01", ends_on: null, weekdays: [2] }, "2027-01-01"))).toBe("agreement_not_in_force"))
})

describe("pausing and ending", () => {
  it.each([[{ resume_on: "2026-12-01" }, null], [{ resume_on: "2026-11-22" }, "end_before_start"], [{ from: "2026-11-21", resume_on: "2026-12-01" }, "date_in_the_past"]])(
    "a pause %j: %s", (pause, code) => expect(codeOf(decidePause(pause, "2026-11-22"))).toBe(code))
  it.each([[undefined, "2026-11-22"], ["2026-12-01", "2026-12-01"], ["2026-11-21", "date_in_the_past"]])("an end %s: %s", (ends_on, expected) => {
    const decision = decideEnd({ starts_on: "2026-01-01" }, ends_on, "2026-11-22")
    expect(decision.ok ? decision.value : decision.code).toBe(expected)
  })
  it("before it began leaves no day", () => expect(decideEnd({ starts_on: "2026-12-01" }, undefined, "2026-11-22")).toMatchObject({ value: "2026-11-30" }))
})

it("a date's own quantities win, others follow the standing order", () =>
  expect(mergeLines([{ variant_id: "potato", quantity: 10 }, { variant_id: "tea", quantity: 2 }], { tea: 0, crab: 3 })).toEqual([
    { variant_id: "potato", quantity: 10 }, { variant_id: "tea", quantity: 0 }, { variant_id: "crab", quantity: 3 },
  ]))
