import { describe, expect, it } from "vitest"
import { planLineShares, planPools, type SoldLine } from "./line-shares"
import type { LinkageInForce, LinkageRule } from "./linkage"

const JANUARY = new Date("2026-01-01T00:00:00+08:00")
const JUNE = new Date("2026-06-01T00:00:00+08:00")
const DECEMBER = new Date("2026-12-01T00:00:00+08:00")
const line: SoldLine = { line_id: "line", product_id: "potato", variant_id: "potato-5kg", producer_id: "coop", quantity: 2, base_fen: 10_001 }
const linkage = (rules: LinkageRule[], more: Partial<LinkageInForce> = {}): LinkageInForce => ({
  version_id: "v1", agreement_id: "a1", producer_id: "coop", category: "operating", valid_from: JANUARY, valid_to: null, rules,
  members: ["zhang", "li", "wang"].map((beneficiary_id) => ({ beneficiary_id, weight: 1, from: JANUARY, to: null })), ...more,
})
const all = (share: LinkageRule["share"], units_per_item?: number): LinkageRule => ({ target: { kind: "all" }, share, units_per_item })
const pool = (linkages: LinkageInForce[], coverage?: { part: bigint; whole: bigint }) => planPools(line, linkages, JUNE, coverage).map(({ amount_fen }) => amount_fen)

describe("a rule gives its pool", () => {
  it.each<[string, LinkageRule, number]>([
    ["direct sale: base less the fee", all({ kind: "direct_sale", fee_bp: 500 }), 9_501],
    ["revenue share, half up", all({ kind: "revenue_share", bp: 1_500 }), 1_500],
    ["revenue share, half up at the half", all({ kind: "revenue_share", bp: 5_000 }), 5_001],
    ["profit share: of base less the cost of what was sold", all({ kind: "profit_share", bp: 2_000, unit_cost_fen: 3_000 }), 800],
    ["profit share of a loss: nothing", all({ kind: "profit_share", bp: 2_000, unit_cost_fen: 9_000 }), 0],
    ["per unit: by the kilogram", all({ kind: "per_unit", fen: 30 }, 5), 300],
    ["per unit: never more than the base", all({ kind: "per_unit", fen: 999_999 }), 10_001],
  ])("%s", (_name, rule, expected) => expect(pool([linkage([rule])])).toEqual([expected]))

  it("of the part that is paid for", () => {
    expect(pool([linkage([all({ kind: "revenue_share", bp: 1_000 })])], { part: 1n, whole: 2n })).toEqual([500])
    expect(pool([linkage([all({ kind: "per_unit", fen: 30 }, 5)])], { part: 1n, whole: 3n })).toEqual([100])
    expect(pool([linkage([all({ kind: "profit_share", bp: 10_000, unit_cost_fen: 3_000 })])], { part: 0n, whole: 3n })).toEqual([0])
  })
})

describe("which rules count", () => {
  const general = all({ kind: "revenue_share", bp: 1_000 })
  const product: LinkageRule = { target: { kind: "product", id: "potato" }, share: { kind: "revenue_share", bp: 2_000 } }
  const variant: LinkageRule = { target: { kind: "variant", id: "potato-5kg" }, share: { kind: "revenue_share", bp: 3_000 } }
  it.each([
    ["variant before product before all", [general, variant, product], [3_000]],
    ["product before all", [product, general], [2_000]],
    ["another product's rule never", [{ ...product, target: { kind: "product" as const, id: "walnut" } }], []],
  ])("within one agreement: %s", (_name, rules, expected) => expect(pool([linkage(rules)])).toEqual(expected))

  it("different agreements add up, never beyond the base", () => {
    const second = linkage([all({ kind: "direct_sale", fee_bp: 0 })], { version_id: "v2", agreement_id: "a2" })
    expect(pool([linkage([general]), linkage([product], { version_id: "v2", agreement_id: "a2" })])).toEqual([1_000, 2_000])
    expect(pool([linkage([general]), second])).toEqual([909, 9_092])
  })

  it("only the version in force, of this producer, at the sale", () => {
    expect(pool([linkage([general], { valid_to: JUNE }), linkage([product], { version_id: "v2", valid_from: JUNE })])).toEqual([2_000])
    expect(pool([linkage([general], { valid_from: DECEMBER })])).toEqual([])
    expect(pool([linkage([general], { producer_id: "other" })])).toEqual([])
    expect(planPools({ ...line, producer_id: null }, [linkage([general])], JUNE)).toEqual([])
  })
})

describe("who shares", () => {
  const rules = [all({ kind: "revenue_share", bp: 1_000 })]
  const member = (beneficiary_id: string, from: Date, to: Date | null) => ({ beneficiary_id, weight: 1, from, to })
  it("who was a member at the sale, and nobody else", () => {
    const members = [member("left", JANUARY, JUNE), member("stays", JANUARY, null), member("comes", DECEMBER, null)]
    expect(planLineShares(line, [linkage(rules, { members })], JUNE)).toEqual([{ version_id: "v1", beneficiary_id: "stays", amount_fen: 1_000 }])
  })
  it("suspense, when there is no such member", () =>
    expect(planLineShares(line, [linkage(rules, { members: [member("left", JANUARY, JUNE)] })], JUNE)).toEqual([{ version_id: "v1", beneficiary_id: null, amount_fen: 1_000 }]))
})
