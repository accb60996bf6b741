import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { LineFacts, OrderFacts, Terms } from "./order-facts"
import { planPaymentParts } from "./plan-evidence"

const day = (n: number) => new Date(Date.UTC(2026, 10, n))
const terms = (quantity: number, unit_price: string): Terms => ({ quantity, unit_price, is_tax_inclusive: true, tax_rate: "0", discounts: [] })
const line = (line_id: string, quantity: number, price: string, changes: Partial<LineFacts> = {}): LineFacts =>
  ({ line_id, product_id: "p", variant_id: "v", producer_id: null, live: terms(quantity, price), earlier: [], returned_quantity: 0, ...changes })
const order = (changes: Partial<OrderFacts>): OrderFacts => ({
  order_id: "o", placed_at: day(1), version: 1, version_at: day(1), lines: [line("a", 2, "10"), line("b", 1, "30")], shipping: [terms(1, "10")],
  captures: [], refunds: [], acceptances: [], ...changes,
})
const capture = (id: string, amount: string, n: number) => ({ id, amount, at: day(n) })
const refund = (id: string, amount: string, n: number, lines: { line_item_id: string; amount_fen: number }[] = []) => ({ id, amount, at: day(n), lines })
const plain = (facts: OrderFacts) => planPaymentParts(facts).map(({ payment_id, line_item_id, amount_fen, reverses }) => [payment_id, line_item_id, amount_fen, reverses?.payment_id ?? null])

/** Pays the order in parts and sends all of it back in parts, in proportion to `returned`. */
function planPaidAndReturned(paid: number[], returned: number[]) {
  const total = paid.reduce((sum, fen) => sum + fen, 0)
  const part = returned.reduce((sum, fen) => sum + fen, 0)
  const back = returned.map((fen) => Math.floor((fen * total) / part))
  back[0] = back[0]! + total - back.reduce((sum, fen) => sum + fen, 0)
  const yuan = (fen: number) => (fen / 100).toFixed(2)
  return planPaymentParts(order({
    captures: paid.map((fen, i) => capture(`c${i}`, yuan(fen), 2 + i)), refunds: back.filter((fen) => fen > 0).map((fen, i) => refund(`r${i}`, yuan(fen), 10 + i)),
  }))
}

describe("rows of 附件2", () => {
  it("are one a line for a full payment, without freight", () =>
    expect(plain(order({ captures: [capture("c1", "60", 2)] }))).toEqual([["c1", "a", 2000, null], ["c1", "b", 3000, null]]))

  it("are one a line and payment when it is paid in parts", () =>
    expect(plain(order({ captures: [capture("c1", "30", 2), capture("c2", "30", 3)] }))).toEqual([["c1", "a", 1000, null], ["c1", "b", 1500, null], ["c2", "a", 1000, null], ["c2", "b", 1500, null]]))

  it("are negative for a refund and cite the payment it takes back", () =>
    expect(plain(order({ captures: [capture("c1", "60", 2)], refunds: [refund("r1", "20", 3, [{ line_item_id: "a", amount_fen: 2000 }])] })).slice(2)).toEqual([["r1", "a", -2000, "c1"]]))

  it("leave out a line that costs nothing", () =>
    expect(plain(order({ lines: [line("a", 1, "0"), line("b", 1, "50")], captures: [capture("c1", "60", 2)] }))).toEqual([["c1", "b", 5000, null]]))

  it("sum to nothing once everything is refunded, however the money came and went", () => {
    const parts = fc.array(fc.integer({ min: 1, max: 2000 }), { minLength: 1, maxLength: 4 })
    const check = (paid: number[], returned: number[]) => {
      const rows = planPaidAndReturned(paid, returned)
      for (const id of ["a", "b"]) expect(rows.filter(({ line_item_id }) => line_item_id === id).reduce((sum, { amount_fen }) => sum + amount_fen, 0)).toBe(0)
      expect(rows.every(({ kind, amount_fen }) => (kind === "capture") === amount_fen > 0)).toBe(true)
    }
    check([489], [255, 2, 233])
    fc.assert(fc.property(parts, parts, check))
  })
})
