import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { compareOffers, type Offer, priceQuote } from "./compare-quotes"

const TODAY = "2026-11-22"
const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 1, minute))
const offer = (id: string, total_fen: number, benefit_fen: number, more: Partial<Offer> = {}): Offer =>
  ({ id, valid_to: "2026-12-31", quoted_at: at(0), benefit_fen, lines: [{ line: 0, total_fen, is_above_limit: false }], ...more })
const placed = (...offers: Offer[]) => compareOffers(1, offers, TODAY).map(({ id, standing }) => `${id} ${standing}`)

describe("what a quote costs", () => {
  it.each<[string, number, number | null, number, number, number, number, boolean]>([
    ["10 bags of 5 千克 for 50", 50, null, 2_990, 5_000, 10, 29_900, false],
    ["a broken bag is a whole one", 51, null, 2_990, 5_000, 11, 32_890, false],
    ["goods that are the unit", 7, null, 100, 1_000, 7, 700, false],
    ["exactly at the limit", 5, 600, 3_000, 5_000, 1, 3_000, false],
    ["a fen above it", 5, 600, 3_001, 5_000, 1, 3_001, true],
  ])("%s", (_name, quantity, limit_fen, unit_price_fen, content_milli, goods, total_fen, is_above_limit) =>
    expect(priceQuote([{ quantity, limit_fen }], [{ line: 0, variant_id: "v", unit_price_fen, content_milli }])).toEqual([
      { line: 0, variant_id: "v", unit_price_fen, content_milli, quantity: goods, total_fen, is_above_limit },
    ]))
})

describe("which quote stands first", () => {
  it("the lowest", () => expect(placed(offer("a", 20_000, 500), offer("b", 10_000, 100))).toEqual(["b lowest", "a dearer"]))
  it("on equal terms the one that brings more to households", () => expect(placed(offer("a", 10_000, 100), offer("b", 10_100, 300))).toEqual(["b equal_terms_more_benefit", "a equal_terms"]))
  it("a fen beyond equal terms is dearer", () => expect(placed(offer("a", 10_000, 100), offer("b", 10_101, 300))).toEqual(["a lowest", "b dearer"]))
  it("the earlier of two that are alike", () => expect(placed(offer("b", 10_000, 100), offer("a", 10_000, 100, { quoted_at: at(1) }))).toEqual(["b lowest", "a equal_terms"]))
  it("never one that lacks goods, passes a limit or has expired", () => expect(placed(
    offer("late", 1, 900, { valid_to: "2026-11-21" }), offer("half", 2, 900, { lines: [] }), offer("high", 3, 900, { lines: [{ line: 0, total_fen: 3, is_above_limit: true }] }), offer("sound", 9_999, 0),
  )).toEqual(["sound lowest", "high above_limit", "half incomplete", "late expired"]))

  it("does not depend on the order in which quotes are read, and leaves none out", () => {
    const drawn = fc.array(fc.tuple(fc.integer({ min: 1, max: 400 }), fc.nat(5), fc.constantFrom("2026-12-31", "2026-11-01"), fc.boolean(), fc.nat(3)), { maxLength: 8 })
    fc.assert(fc.property(drawn, fc.nat(), (rows, turn) => {
      const offers = rows.map(([total_fen, benefit, valid_to, is_above_limit, minute], index) => offer(`q${index}`, total_fen, benefit, { valid_to, quoted_at: at(minute), lines: [{ line: 0, total_fen, is_above_limit }] }))
      const ranked = compareOffers(1, offers, TODAY)
      const shift = offers.length === 0 ? 0 : turn % offers.length
      expect(compareOffers(1, [...offers.slice(shift), ...offers.slice(0, shift)], TODAY)).toEqual(ranked)
      expect(ranked.map(({ id }) => id).sort()).toEqual(offers.map(({ id }) => id).sort())
      const sound = offers.filter(({ valid_to, lines }) => valid_to >= TODAY && !lines[0]!.is_above_limit)
      if (sound.length > 0) expect(["lowest", "equal_terms_more_benefit"]).toContain(ranked[0]!.standing)
    }))
  })
})
