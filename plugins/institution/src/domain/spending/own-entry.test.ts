import type { Decision } from "@fupin/contract/codes"
import { describe, expect, it } from "vitest"
import { decideBudget, decideHeadcount, type EntrySide } from "./own-entry"

const TODAY = "2026-11-23"
const said = (decision: Decision<true>): string => (decision.ok ? "yes" : decision.code)

describe("decideBudget", () => {
  const cases: [string, EntrySide, number, number, number, string][] = [
    ["raises", "unit", 2026, 200, 100, "yes"],
    ["lowers to what is taken", "unit", 2026, 100, 100, "yes"],
    ["never below what is taken", "unit", 2026, 99, 100, "budget_below_committed"],
    ["sets next year's", "unit", 2027, 0, 0, "yes"],
    ["leaves years gone by to the office", "unit", 2025, 200, 0, "budget_other_year"],
    ["leaves years far ahead alone", "unit", 2028, 200, 0, "budget_other_year"],
    ["lets the office correct a year gone by", "office", 2025, 99, 100, "yes"],
  ]
  it.each(cases)("%s", (_name, side, year, amount_fen, committed, expected) => {
    expect(said(decideBudget(side, { year, amount_fen }, committed, TODAY))).toBe(expected)
  })

  it("says how much is taken", () => {
    expect(decideBudget("unit", { year: 2026, amount_fen: 1 }, 12_345, TODAY)).toMatchObject({ message: expect.stringContaining("123.45") })
  })
})

describe("decideHeadcount", () => {
  const cases: [string, EntrySide, string, boolean, string][] = [
    ["takes today", "unit", TODAY, false, "yes"],
    ["corrects today's", "unit", TODAY, true, "yes"],
    ["takes a day of this month", "unit", "2026-11-01", false, "yes"],
    ["leaves what counted this month to the office", "unit", "2026-11-22", true, "headcount_counted"],
    ["corrects what is to come", "unit", "2026-12-01", true, "yes"],
    ["takes no day before this month", "unit", "2026-10-31", false, "headcount_in_past"],
    ["lets the office correct what counted", "office", "2026-01-01", true, "yes"],
  ]
  it.each(cases)("%s", (_name, side, day, held, expected) => {
    expect(said(decideHeadcount(side, day, held, TODAY))).toBe(expected)
  })
})
