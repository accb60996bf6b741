import type { PriceRule } from "@fupin/contract/schemas"
import { describe, expect, it } from "vitest"
import { addMonths, indexKey, priceBy } from "./price-rule"

const index = (lag_months = 1): PriceRule => ({ kind: "index", series: "大米", base_month: "2026-08", lag_months })
const facts = {
  shelf: new Map([["rice", 5200]]),
  indices: new Map([["2026-08", 10_000], ["2026-09", 10_450], ["2026-12", 9_333]].map(([month, value]) => [indexKey("大米", String(month)), Number(value)])),
}
const price = (rule: PriceRule, agreed: number, date: string, variant_id = "rice") => {
  const decision = priceBy(rule, { variant_id, unit_price_fen: agreed }, date, facts)
  return decision.ok ? decision.value : decision.message
}

describe("a price", () => {
  it.each<[string, PriceRule, number, string, string | number]>([
    ["that is locked stays", { kind: "lock" }, 5500, "2026-10-01", 5500],
    ["with a ceiling is the shelf's where that is lower", { kind: "ceiling" }, 5500, "2026-10-01", 5200],
    ["with a ceiling is the ceiling where the shelf is higher", { kind: "ceiling" }, 5000, "2026-10-01", 5000],
    ["with an index moves with the month before", index(), 5500, "2026-10-31", 5748],
    ["with an index and no lag with the month itself", index(0), 5500, "2026-09-01", 5748],
    ["with an index over the turn of the year", index(), 5500, "2027-01-01", 5133],
    ["with an index that lacks the month says which", index(), 5500, "2026-11-01", "价格指数“大米”缺少 2026-10 的数值，补录后才能定价"],
    ["with an index that lacks its base says which", { ...index(), base_month: "2026-01" } as PriceRule, 5500, "2026-10-01", "价格指数“大米”缺少 2026-01 的数值，补录后才能定价"],
  ])("%s", (_name, rule, agreed, date, expected) => expect(price(rule, agreed, date)).toBe(expected))
  it("with a ceiling and nothing on the shelf is none", () => expect(price({ kind: "ceiling" }, 5500, "2026-10-01", "tea")).toContain("没有标价"))
})

it.each([["2026-01", -1, "2025-12"], ["2026-12", 1, "2027-01"], ["2026-03", -15, "2024-12"], ["2026-06", 0, "2026-06"]])("%s and %i months: %s", (month, months, expected) =>
  expect(addMonths(month, months)).toBe(expected))
