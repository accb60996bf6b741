import { describe, expect, it } from "vitest"
import { decideLot, decidePackedLot, isPast, lotCode, matchLot } from "./lot"

const TODAY = "2026-11-23"
const codeOf = (decision: { ok: true } | { ok: false; code: string }) => (decision.ok ? null : decision.code)

describe("a lot of a product", () => {
  it.each([
    ["of its seller, made today", { made_on: TODAY, best_before: null }, "wuxi", null],
    ["good on the day it was made alone", { made_on: TODAY, best_before: TODAY }, "wuxi", null],
    ["of somebody else's product", { made_on: TODAY, best_before: null }, "enshi", "lot_not_own_product"],
    ["of a product nobody sells", { made_on: TODAY, best_before: null }, null, "lot_not_own_product"],
    ["made tomorrow", { made_on: "2026-11-24", best_before: null }, "wuxi", "lot_made_in_future"],
    ["over before it was made", { made_on: TODAY, best_before: "2026-11-22" }, "wuxi", "lot_best_before_early"],
  ])("%s", (_name, lot, seller, code) => expect(codeOf(decideLot(lot, "wuxi", seller, TODAY))).toBe(code))

  it("entered again is the same, unless it says something else", () => {
    const held = { id: "lot_1", best_before: "2026-12-01", report: "JC-1" }
    expect(matchLot(held, { best_before: "2026-12-01", report: "JC-1" })).toEqual({ ok: true, value: held })
    expect(matchLot(undefined, held)).toEqual({ ok: true, value: null })
    expect([{ ...held, report: "JC-2" }, { ...held, best_before: null }].map((wanted) => codeOf(matchLot(held, wanted)))).toEqual(["lot_exists", "lot_exists"])
  })

  it("has a code with its day and letters that are not mistaken", () => {
    expect(lotCode("2026-11-23", [0, 1, 30, 31, 500, 7])).toBe("PC261123-23Z269")
    expect(lotCode("2026-11-23", [1, 2, 3, 4, 5, 6, 7, 8])).toMatch(/^PC261123-[2-9A-HJKMNP-Z]{6}$/)
  })
})

describe("goods of a lot are packed", () => {
  const lot = { code: "PC261120-ABCDEF", product_id: "potato", producer_id: "wuxi", made_on: "2026-11-20", best_before: "2026-11-30", withdrawn_at: null }
  const packed = { product_id: "potato", producer_id: "wuxi", on: "2026-11-25" }
  it.each([
    ["of the same product and producer", lot, packed, null],
    ["on the last good day", lot, { ...packed, on: "2026-11-30" }, null],
    ["of one that does not spoil", { ...lot, best_before: null }, { ...packed, on: "2030-01-01" }, null],
    ["not a day later", lot, { ...packed, on: "2026-12-01" }, "lot_past_best_before"],
    ["not of another product", lot, { ...packed, product_id: "tea" }, "lot_of_another_product"],
    ["not of another producer", lot, { ...packed, producer_id: "enshi" }, "lot_of_another_producer"],
    ["not once it was taken back", { ...lot, withdrawn_at: new Date("2026-11-24") }, packed, "lot_withdrawn"],
  ])("%s", (_name, facts, wanted, code) => {
    const decision = decidePackedLot(facts, wanted)
    expect(codeOf(decision)).toBe(code)
    if (!decision.ok) expect(decision.message).toContain(lot.code)
  })
  it("and one is past the day after its last", () => expect([isPast("2026-11-30", "2026-11-30"), isPast("2026-11-30", "2026-12-01"), isPast(null, TODAY)]).toEqual([false, true, false]))
})
