import { type Decision, no, yes } from "@fupin/contract/codes"
import type { PriceRule } from "@fupin/contract/schemas"

/** What prices hang on at a moment: the shelf, in fen by variant, and index values in hundredths by `indexKey`. */
export interface PriceFacts {
  shelf: ReadonlyMap<string, number>
  indices: ReadonlyMap<string, number>
}

export const NO_PRICE_FACTS: PriceFacts = { shelf: new Map(), indices: new Map() }

type PriceError = "index_month_missing" | "shelf_price_missing"

export const indexKey = (series: string, month: string): string => `${series}\n${month}`

/** The price in fen that an agreed price and its rule give for a day of delivery. A missing month is said, never guessed (R20). */
export function priceBy(rule: PriceRule, agreed: { variant_id: string; unit_price_fen: number }, date: string, facts: PriceFacts): Decision<number, PriceError> {
  if (rule.kind === "lock") return yes(agreed.unit_price_fen)
  if (rule.kind === "ceiling") {
    const shelf = facts.shelf.get(agreed.variant_id)
    return shelf === undefined ? no("shelf_price_missing") : yes(Math.min(shelf, agreed.unit_price_fen))
  }
  const month = addMonths(date.slice(0, 7), -rule.lag_months)
  const [base, now] = [facts.indices.get(indexKey(rule.series, rule.base_month)), facts.indices.get(indexKey(rule.series, month))]
  if (base === undefined || now === undefined) return no("index_month_missing", `价格指数“${rule.series}”缺少 ${base === undefined ? rule.base_month : month} 的数值，补录后才能定价`)
  return yes(halfUp(agreed.unit_price_fen * now, base))
}

/** The month so many months after (or, below zero, before) another; both YYYY-MM. */
export function addMonths(month: string, months: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, "0")}`
}

/** Integers only: fen times hundredths stay far within the safe range. */
const halfUp = (dividend: number, divisor: number): number => Math.floor((2 * dividend + divisor) / (2 * divisor))
