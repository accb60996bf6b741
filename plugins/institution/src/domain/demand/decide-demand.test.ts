import type { DemandQuoteInput } from "@fupin/contract/schemas"
import { describe, expect, it } from "vitest"
import { decideChoice, decideDemand, decideQuote, demandStateOn, type OfferedGoods } from "./decide-demand"

const code = (decision: { ok: boolean; code?: string }) => (decision.ok ? "ok" : decision.code)

describe("a demand", () => {
  it.each([
    ["2026-12-01", "2027-01-31", "2026-11-30", "ok"], ["2026-12-01", "2026-11-30", "2026-11-25", "end_before_start"],
    ["2026-12-01", "2027-01-31", "2026-11-21", "quote_by_late"], ["2026-12-01", "2027-01-31", "2026-12-01", "quote_by_late"],
  ])("%s to %s, quotes until %s: %s", (from_day, to_day, quote_by, expected) => expect(code(decideDemand({ from_day, to_day, quote_by }, "2026-11-22"))).toBe(expected))

  it("is open on its last day for quotes and compared after it", () => {
    expect([demandStateOn("open", "2026-11-22", "2026-11-22"), demandStateOn("open", "2026-11-22", "2026-11-23"), demandStateOn("chosen", "2026-11-22", "2026-11-23")]).toEqual(["open", "comparing", "chosen"])
  })
})

describe("a quote", () => {
  const demand = { stage: "open" as const, quote_by: "2026-11-25", line_count: 2 }
  const line = (place: number, variant_id: string) => ({ line: place, variant_id, unit_price_fen: 100, content_milli: 1_000 })
  const quote = (more: Partial<DemandQuoteInput> = {}): DemandQuoteInput => ({ producer_id: "coop", valid_to: "2026-12-31", note: "", lines: [line(0, "rice"), line(1, "eggs")], ...more })
  const own: OfferedGoods = { producer_id: "coop", is_certified: true, is_from_there: true }
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

describe("a choice", () => {
  const ranked = [{ id: "a", standing: "lowest" as const }, { id: "b", standing: "dearer" as const }, { id: "c", standing: "expired" as const }]
  it.each([
    ["comparing", "a", "", "ok"], ["comparing", "b", "", "choice_reason_required"], ["comparing", "b", "路近，每天能送", "ok"], ["comparing", "c", "就要它", "quote_gone"], ["comparing", "d", "就要它", "quote_gone"],
    ["open", "a", "", "quotes_sealed"], ["chosen", "a", "", "demand_closed"], ["withdrawn", "a", "", "demand_closed"],
  ] as const)("while %s of %s with reason “%s”: %s", (state, quote_id, reason, expected) => expect(code(decideChoice({ state }, ranked, { quote_id, reason }))).toBe(expected))
})
