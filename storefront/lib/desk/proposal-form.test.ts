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
  ])("%j", (values, expected) => expect(read(values as Record<string, string>)).toEqual(expected))
})
