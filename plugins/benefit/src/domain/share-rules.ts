import type { LinkageRule } from "./linkage"
import { type Coverage, halfUp, millionths, portion } from "./rational"

const BP = 10_000n
const MILLION = 1_000_000n

export interface PaidGoods {
  /** Items of the whole line, as ordered. */
  quantity: number
  /** Base of the whole line: goods without tax, after discounts that the producer bears. */
  base_fen: number
  /** How much of the line is meant: 1/1 for all of it, less where money is missing. */
  coverage: Coverage
  /** How much of the quantity that is; rounded money says it less exactly where goods are settled by weight. */
  units?: Coverage
}

/**
 * The pool in fen that one rule gives of these goods, between 0 and their base (R55–R57).
 * Direct sale: base less fee. Revenue share: bp of the base. Profit share: bp of base less agreed cost. Per unit: fen per base unit.
 */
export function poolOf(rule: LinkageRule, goods: PaidGoods): number {
  const base = portion(goods.base_fen, goods.coverage)
  return Math.min(base, Math.max(0, poolUncapped(rule, goods, base)))
}

function poolUncapped({ share, units_per_item = 1 }: LinkageRule, { quantity, coverage, units: sold = coverage }: PaidGoods, base_fen: number): number {
  const base = BigInt(base_fen)
  const units = millionths(quantity) * millionths(units_per_item) * sold.part
  const scale = MILLION * MILLION * sold.whole
  switch (share.kind) {
    case "direct_sale":
      return base_fen - Number(halfUp(base * BigInt(share.fee_bp), BP))
    case "revenue_share":
      return Number(halfUp(base * BigInt(share.bp), BP))
    case "profit_share": {
      const profit = base * scale - units * BigInt(share.unit_cost_fen)
      return profit <= 0n ? 0 : Number(halfUp(profit * BigInt(share.bp), BP * scale))
    }
    case "per_unit":
      return Number(halfUp(units * BigInt(share.fen), scale))
  }
}
