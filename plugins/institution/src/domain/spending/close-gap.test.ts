import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { piecesFor, spreadOver } from "./close-gap"

const line = (change = {}) => ({ unit_price_fen: 3_600, min_quantity: null, max_quantity: null, term_left: null, ...change })

describe("a gap is closed by one order", () => {
  it.each([
    ["over the deliveries left", 72_000, line(), 5, { quantity: 4, deliveries: 5, total_fen: 72_000, remaining_fen: 0 }],
    ["in as few as suffice", 72_000, line(), 19, { quantity: 2, deliveries: 10, total_fen: 72_000, remaining_fen: 0 }],
    ["on one day where one is left", 72_001, line(), 1, { quantity: 21, deliveries: 1, total_fen: 75_600, remaining_fen: 0 }],
    ["within what one delivery takes, and says what remains", 72_000, line({ max_quantity: 3 }), 5, { quantity: 3, deliveries: 5, total_fen: 54_000, remaining_fen: 18_000 }],
    ["with no delivery below its least", 3_601, line({ min_quantity: 10 }), 5, { quantity: 10, deliveries: 1, total_fen: 36_000, remaining_fen: 0 }],
    ["within what the term leaves", 72_000, line({ term_left: 11 }), 4, { quantity: 3, deliveries: 3, total_fen: 32_400, remaining_fen: 39_600 }],
    ["by no more pieces than a form takes", 1_000_000_000, line({ unit_price_fen: 1 }), 2, { quantity: 9_999, deliveries: 2, total_fen: 19_998, remaining_fen: 999_980_002 }],
  ])("%s", (_name, gap, bounds, dates, expected) => expect(spreadOver(gap, bounds, dates)).toEqual(expected))

  it.each([["no delivery is left", 72_000, line(), 0], ["there is no gap", 0, line(), 5], ["the term leaves less than one delivery", 72_000, line({ min_quantity: 10, term_left: 9 }), 5], ["the term is used up", 72_000, line({ term_left: 0 }), 5]])(
    "by none where %s", (_name, gap, bounds, dates) => expect(spreadOver(gap, bounds, dates)).toBeNull())

  it("whose sum reaches the gap or says what remains, within every bound, with no delivery too many", () => {
    const bound = (max: number) => fc.option(fc.integer({ min: 1, max }), { nil: null })
    fc.assert(fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1, max: 1e6 }), bound(50), bound(500), bound(5_000), fc.integer({ min: 1, max: 366 }), (gap, unit_price_fen, min_quantity, max_quantity, term_left, dates) => {
      const spread = spreadOver(gap, { unit_price_fen, min_quantity, max_quantity, term_left }, dates)
      if (spread === null) return
      const { quantity, deliveries, total_fen, remaining_fen } = spread
      expect(total_fen).toBe(quantity * deliveries * unit_price_fen)
      expect(total_fen + remaining_fen).toBeGreaterThanOrEqual(gap)
      expect([deliveries >= 1, deliveries <= dates, quantity >= (min_quantity ?? 1), quantity <= (max_quantity ?? 9_999), quantity * deliveries <= (term_left ?? Infinity)]).toEqual([true, true, true, true, true])
      expect((deliveries - 1) * quantity * unit_price_fen).toBeLessThan(gap)
      if (remaining_fen > 0) expect(quantity === Math.min(9_999, max_quantity ?? 9_999) || (term_left !== null && quantity * (deliveries + 1) > term_left)).toBe(true)
    }))
  })
})

it.each([[72_000, 3_600, undefined, { quantity: 20, total_fen: 72_000, remaining_fen: 0 }], [72_001, 3_600, 5, { quantity: 5, total_fen: 18_000, remaining_fen: 54_001 }], [0, 3_600, 5, null], [100, 3_600, 0, null]])(
  "pieces for %i at %i, at most %s", (gap, price, most, expected) => expect(piecesFor(gap, price, most)).toEqual(expected))
