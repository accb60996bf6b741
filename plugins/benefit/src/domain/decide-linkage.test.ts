import { describe, expect, it } from "vitest"
import { decideShares, decideTerms, type WeighedVersion } from "./decide-linkage"
import type { LinkageRule } from "./linkage"

const day = (text: string) => new Date(`${text}T00:00:00+08:00`)
const revenue = (bp: number, target: LinkageRule["target"] = { kind: "all" }): LinkageRule => ({ target, share: { kind: "revenue_share", bp } })
const perUnit = (fen: number, units_per_item?: number): LinkageRule => ({ target: { kind: "all" }, share: { kind: "per_unit", fen }, units_per_item })
const direct = (fee_bp: number): LinkageRule => ({ target: { kind: "all" }, share: { kind: "direct_sale", fee_bp } })
const version = (agreement_id: string, rules: LinkageRule[], from = "2026-01-01", to: string | null = null): WeighedVersion =>
  ({ agreement_id, category: "operating", valid_from: day(from), valid_to: to === null ? null : day(to), rules })
const potato = { product_id: "prod_potato", variant_id: "variant_potato", price_fen: 2_000 }

describe("shares of one sale never exceed its base", () => {
  it.each<[string, WeighedVersion, WeighedVersion[], boolean]>([
    ["one agreement of 100%", version("a", [revenue(10_000)]), [], true],
    ["two of 50%", version("a", [revenue(5_000)]), [version("b", [revenue(5_000)])], true],
    ["50% and 50.01%", version("a", [revenue(5_000)]), [version("b", [revenue(5_001)])], false],
    ["direct sale with a 5% fee and a 5% share", version("a", [direct(500)]), [version("b", [revenue(500)])], true],
    ["direct sale with a 5% fee and a 6% share", version("a", [direct(500)]), [version("b", [revenue(600)])], false],
    ["60% after another's 60% ended", version("a", [revenue(6_000)], "2026-06-01"), [version("b", [revenue(6_000)], "2026-01-01", "2026-06-01")], true],
    ["60% where another's 60% begins later", version("a", [revenue(6_000)]), [version("b", [revenue(6_000)], "2026-09-01")], false],
    ["60% of its own earlier version", version("a", [revenue(6_000)]), [version("a", [revenue(6_000)])], true],
    ["a product rule that replaces the general one", version("a", [revenue(9_000), revenue(1_000, { kind: "product", id: "prod_potato" })]), [version("b", [revenue(1_000)])], true],
    ["a product rule that adds to another's", version("a", [revenue(6_000, { kind: "product", id: "prod_x" })]), [version("b", [revenue(6_000, { kind: "product", id: "prod_x" })])], false],
    ["a variant rule above another's general one", version("a", [revenue(6_000, { kind: "variant", id: "variant_potato" })]), [version("b", [revenue(6_000)])], false],
    ["¥20 a piece of a price of ¥20", version("a", [perUnit(2_000)]), [], true],
    ["¥20.01 a piece of a price of ¥20", version("a", [perUnit(2_001)]), [], false],
    ["¥5 a kilogram, five kilograms for ¥20", version("a", [perUnit(500, 5)]), [], false],
  ])("%s", (_what, candidate, others, expected) => expect(decideShares(candidate, others, [potato]).ok).toBe(expected))
})

describe("terms", () => {
  const member = (beneficiary_id: string, to: Date | null = null) => ({ beneficiary_id, from: day("2026-01-01"), to })
  it.each([
    ["an end after the beginning", { valid_from: day("2026-01-01"), valid_to: day("2026-01-02"), members: [member("a"), member("b")] }, { ok: true }],
    ["an end before it began", { valid_from: day("2026-01-02"), valid_to: day("2026-01-01"), members: [member("a")] }, { code: "invalid_dates" }],
    ["a member who left before joining", { valid_from: day("2026-01-01"), valid_to: null, members: [member("a", day("2025-01-01"))] }, { code: "invalid_dates" }],
    ["a member twice", { valid_from: day("2026-01-01"), valid_to: null, members: [member("a"), member("a")] }, { code: "duplicate_member" }],
  ])("with %s", (_what, terms, expected) => expect(decideTerms(terms)).toMatchObject(expected))
})
