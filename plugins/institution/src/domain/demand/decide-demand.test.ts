import type { DemandQuoteInput } from "@fupin/contract/schemas"
import { describe, expect, it } from "vitest"
import { decideChoice, decideDemand, decideQuote, demandStateOn, type OfferedGoods } from "./decide-demand"

const code = (decision: { ok: boolean; code?: string }) => (decision.ok ? "ok" : decision.code)

describe("a demand", () => {
  it.each([
    ["2026-12-01", "2027-01-31", "2026-11-30", "ok"], ["2026-12-01", "2026-11-30", "2026-11-25", "end_before_start"],
    ["2026-12-01", "2027-01-31", "2026-11-21", "quote_by_late"], ["2026-12-01", "2027-01-31", "2026-12-01", "quote_by_late"],
  ])("%s to %s, quotes until %s: %s", (from_day, to_day, quote_by, expected) => expect(code(decideDemand({ from_day, to_day, quote_by, lines: [], bulk: null }, "2026-11-22"))).toBe(expected))

  const bulk = (batches: [string, number][]) => ({ inspection: "GB 1353-2018", delivery: "at_plant" as const, batches: batches.map(([month, quantity]) => ({ month, quantity })) })
  const maize = { unit: "千克", quantity: 30_500 }
  it.each<[string, { unit: string; quantity: number }[], [string, number][], string]>([
    ["month by month", [maize], [["2026-12", 10_000], ["2027-01", 20_500]], "ok"],
    ["of two materials", [maize, maize], [["2026-12", 61_000]], "demand_bulk_one_line"],
    ["in sacks", [{ unit: "袋", quantity: 30_500 }], [["2026-12", 30_500]], "demand_bulk_one_line"],
    ["a kilogram short", [maize], [["2026-12", 10_000], ["2027-01", 20_499]], "demand_batches_differ"],
    ["before the term", [maize], [["2026-11", 30_500]], "demand_batch_outside"], ["after it", [maize], [["2027-02", 30_500]], "demand_batch_outside"],
    ["twice in a month", [maize], [["2026-12", 10_000], ["2026-12", 20_500]], "demand_batch_outside"],
  ])("of raw material %s: %s", (_name, lines, batches, expected) =>
    expect(code(decideDemand({ from_day: "2026-12-01", to_day: "2027-01-31", quote_by: "2026-11-30", lines, bulk: bulk(batches) }, "2026-11-22"))).toBe(expected))

  it("is open on its last day for quotes and compared after it", () => {
    expect([demandStateOn("open", "2026-11-22", "2026-11-22"), demandStateOn("open", "2026-11-22", "2026-11-23"), demandStateOn("chosen", "2026-11-22", "2026-11-23")]).toEqual(["open", "comparing", "chosen"])
  })
})

describe("a quote", () => {
  const demand = { stage: "open" as const, quote_by: "2026-11-25", line_count: 2, is_bulk: false }
  const line = (place: number, variant_id: string) => ({ line: place, variant_id, unit_price_fen: 100, content_milli: 1_000 })
  const quote = (more: Partial<DemandQuoteInput> = {}): DemandQuoteInput => ({ producer_id: "coop", valid_to: "2026-12-31", note: "", deductions: [], lines: [line(0, "rice"), line(1, "eggs")], ...more })
  const own: OfferedGoods = { producer_id: "coop", is_certified: true, is_from_there: true, weight_grams: 5_000 }
  const goods = (more: Partial<OfferedGoods> = {}) => new Map([["rice", own], ["eggs", { ...own, ...more }]])

  it.each<[string, Partial<typeof demand> | { stage: "chosen" }, Partial<DemandQuoteInput>, Partial<OfferedGoods>, string, string]>([
    ["of one's own certified goods", {}, {}, {}, "2026-11-25", "ok"],
    ["of some of what is asked", {}, { lines: [line(1, "eggs")] }, {}, "2026-11-22", "ok"],
    ["a day late", {}, {}, {}, "2026-11-26", "quoting_ended"],
    ["after the choice", { stage: "chosen" }, {}, {}, "2026-11-22", "demand_closed"],
    ["that ends before it is opened", {}, { valid_to: "2026-11-25" }, {}, "2026-11-22", "quote_gone"],
    ["of what nobody asked for", {}, { lines: [line(2, "eggs")] }, {}, "2026-11-22", "quote_line_unknown"],
    ["of one line twice", {}, { lines: [line(0, "rice"), line(0, "eggs")] }, {}, "2026-11-22", "duplicate_line"],
    ["of one of the goods twice", {}, { lines: [line(0, "eggs"), line(1, "eggs")] }, {}, "2026-11-22", "duplicate_line"],
    ["of goods that are gone", {}, { lines: [line(0, "tea")] }, {}, "2026-11-22", "unknown_variant"],
    ["of somebody else's goods", {}, {}, { producer_id: "other" }, "2026-11-22", "not_from_this_producer"],
    ["of goods without certification", {}, {}, { is_certified: false }, "2026-11-22", "quote_not_certified"],
    ["of goods from elsewhere", {}, {}, { is_from_there: false }, "2026-11-22", "quote_wrong_origin"],
  ])("%s", (_name, of, more, sold, today, expected) => expect(code(decideQuote({ ...demand, ...of }, quote(more), goods(sold), today))).toBe(expected))
})

describe("a quote for raw material", () => {
  const demand = { stage: "open" as const, quote_by: "2026-11-25", line_count: 1, is_bulk: true }
  const kilogram: OfferedGoods = { producer_id: "coop", is_certified: true, is_from_there: true, weight_grams: 1_000 }
  const quote = (content_milli: number, per_tonne_fen: number): DemandQuoteInput => ({ producer_id: "coop", valid_to: "2026-12-31", note: "", lines: [{ line: 0, variant_id: "maize", unit_price_fen: 234, content_milli }], deductions: [{ criterion: "水分每超 1%", per_tonne_fen }] })
  it.each<[string, number, number, number | null, string]>([
    ["by the kilogram", 1_000, 2_000, 1_000, "ok"], ["of a sack", 1_000, 2_000, 50_000, "quote_not_a_kilogram"], ["of goods that nobody weighed", 1_000, 2_000, null, "quote_not_a_kilogram"],
    ["of two kilograms in one", 2_000, 2_000, 1_000, "quote_not_a_kilogram"], ["with five yuan off a tonne", 1_000, 500, 1_000, "quote_tonne_price"],
  ])("%s", (_name, content, off, weight_grams, expected) => expect(code(decideQuote(demand, quote(content, off), new Map([["maize", { ...kilogram, weight_grams }]]), "2026-11-22"))).toBe(expected))
  it("says what is taken off nowhere else", () => expect(code(decideQuote({ ...demand, is_bulk: false }, quote(1_000, 2_000), new Map([["maize", kilogram]]), "2026-11-22"))).toBe("quote_deductions_unasked"))
})

describe("a choice", () => {
  const ranked = [{ id: "a", standing: "lowest" as const }, { id: "b", standing: "dearer" as const }, { id: "c", standing: "expired" as const }]
  it.each([
    ["comparing", "a", "", "ok"], ["comparing", "b", "", "choice_reason_required"], ["comparing", "b", "路近，每天能送", "ok"], ["comparing", "c", "就要它", "quote_gone"], ["comparing", "d", "就要它", "quote_gone"],
    ["open", "a", "", "quotes_sealed"], ["chosen", "a", "", "demand_closed"], ["withdrawn", "a", "", "demand_closed"],
  ] as const)("while %s of %s with reason “%s”: %s", (state, quote_id, reason, expected) => expect(code(decideChoice({ state }, ranked, { quote_id, reason }))).toBe(expected))
})
