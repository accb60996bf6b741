import type { OccurrenceState, SettleBy } from "@fupin/contract/schemas"
import { type AgreementTerms, decidePrice } from "./decide-standing-order"
import type { PriceFacts } from "./price-rule"
import type { Share } from "./share-stock"

/** What is known of a variant at the moment of placing. `stopped` says why it may not be sold, in words for the buyer. */
export interface VariantFacts {
  seller_id: string
  stopped: string | null
}

export interface DeliveryFacts {
  delivery_date: string
  terms: AgreementTerms
  requested: { variant_id: string; quantity: number }[]
  variants: Record<string, VariantFacts | undefined>
  /** This delivery's share of what there is of each variant; absent when nothing bounds it. */
  shares: Record<string, Share | undefined>
  prices?: PriceFacts
  /** Why nothing may go there now, in words for the buyer; null: it may. */
  refused?: string | null
}

export interface DeliveryLine {
  variant_id: string
  requested: number
  supplied: number
  unit_price_fen: number
  settle_by: SettleBy
  seller_id: string | null
  reason: string | null
}

const UNKNOWN = "商品已下架"
/** What a bound on goods says where it does not suffice; such a delivery is short, not failed. */
export const SHORT = { stock: "库存不足", pledge: "采收量不足", term: "已达协议期约定总量" } as const
const SHORTAGES: readonly (string | null)[] = Object.values(SHORT)

/** What each line of a delivery will be: how many, from whom, at which agreed price, and why less than asked. Writes nothing. */
export function planDelivery(facts: DeliveryFacts): DeliveryLine[] {
  return facts.requested.filter(({ quantity }) => quantity > 0).map((line) => planLine(facts, line.variant_id, line.quantity))
}

function planLine(facts: DeliveryFacts, variant_id: string, requested: number): DeliveryLine {
  const variant = facts.variants[variant_id]
  const price = decidePrice(facts.terms, variant_id, facts.delivery_date, facts.prices)
  const settle_by = facts.terms.lines.find((line) => line.variant_id === variant_id)?.settle_by ?? "count"
  const none = { variant_id, requested, supplied: 0, settle_by, unit_price_fen: price.ok ? price.value : 0, seller_id: variant?.seller_id ?? null }
  if (facts.refused) return { ...none, reason: facts.refused }
  if (!price.ok) return { ...none, reason: price.message }
  if (!variant) return { ...none, reason: UNKNOWN }
  if (variant.stopped !== null) return { ...none, reason: variant.stopped }
  const share = facts.shares[variant_id]
  const supplied = Math.min(requested, share?.quantity ?? requested)
  return { ...none, supplied, reason: supplied < requested ? share!.reason : null }
}

/** Lines that are bought, by seller: one order each. */
export function groupBySeller(lines: DeliveryLine[]): { seller_id: string; lines: DeliveryLine[] }[] {
  const bought = lines.filter(({ supplied }) => supplied > 0)
  const sellers = [...new Set(bought.map(({ seller_id }) => seller_id ?? ""))].sort()
  return sellers.map((seller_id) => ({ seller_id, lines: bought.filter((line) => (line.seller_id ?? "") === seller_id) }))
}

/** What the occurrence has become, from what was committed: never placed without an order, never without one and no reason. */
export function decideOutcome(lines: Pick<DeliveryLine, "requested" | "supplied" | "reason">[]): { state: OccurrenceState; error: string | null } {
  if (lines.length === 0) return { state: "cancelled", error: "本次未订购任何商品" }
  const reasons = [...new Set(lines.flatMap(({ reason }) => (reason === null ? [] : [reason])))].join("；")
  if (lines.every(({ requested, supplied }) => supplied >= requested)) return { state: "placed", error: null }
  const supplied = lines.some((line) => line.supplied > 0)
  return { state: supplied || lines.some(({ reason }) => SHORTAGES.includes(reason)) ? "short" : "failed", error: reasons || "下单未完成" }
}
