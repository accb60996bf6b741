import { describe, expect, it } from "vitest"
import { readProposal } from "./proposal-form"

const read = (values: Record<string, string>) => {
  const answer = readProposal({ variant_id: "variant_1", ...values })
  return answer.ok ? answer.value.change : Object.keys(answer.errors)
}

describe("a proposal as typed", () => {
  it.each([
    [{ kind: "price", price: "34.5" }, { kind: "price", variant_id: "variant_1", unit_price_fen: 3450 }],
    [{ kind: "price", price: "34.555" }, ["price"]], [{ kind: "price", price: "" }, ["price"]], [{ kind: "price", price: "-3" }, ["price"]],
    [{ kind: "quantity", min_quantity: "5", max_quantity: "", term_min: "200", term_max: "" }, { kind: "quantity", variant_id: "variant_1", min_quantity: 5, max_quantity: null, term_min: 200, term_max: null }],
    [{ kind: "quantity", min_quantity: "半" }, ["min_quantity"]],
    [{ kind: "grade", grade: "一级" }, { kind: "grade", variant_id: "variant_1", grade: "一级" }], [{ kind: "grade", grade: "一级<b>" }, ["grade"]], [{ kind: "temperature", temperature: "frozen" }, { kind: "temperature", variant_id: "variant_1", temperature: "frozen" }],
    [{ kind: "settle_by", settle_by: "weight" }, { kind: "settle_by", variant_id: "variant_1", settle_by: "weight" }],
    [{ kind: "substitute", substitute_variant_id: "" }, { kind: "substitute", variant_id: "variant_1", substitute_variant_id: null }],
    [{ kind: "price_rule", rule: "ceiling" }, { kind: "price_rule", variant_id: "variant_1", price_rule: { kind: "ceiling" } }],
    [{ kind: "price_rule", rule: "index", series: "全国大米", base_month: "2026-08", lag_months: "1" }, { kind: "price_rule", variant_id: "variant_1", price_rule: { kind: "index", series: "全国大米", base_month: "2026-08", lag_months: 1 } }],
    [{ kind: "price_rule", rule: "index", series: "", base_month: "", lag_months: "7" }, ["series", "base_month", "lag_months"]],
    [{ kind: "days", weekdays: "1,4", lead_time_days: "2" }, { kind: "days", weekdays: [1, 4], lead_time_days: 2 }], [{ kind: "days", weekdays: "", lead_time_days: "" }, ["weekdays", "lead_time_days"]],
    [{ kind: "term", valid_from: "2026-09-01", valid_to: "" }, ["valid_to"]],
  ])("%j", (values, expected) => expect(read(values as Record<string, string>)).toEqual(expected))
})
