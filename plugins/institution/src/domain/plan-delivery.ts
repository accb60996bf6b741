import type { OccurrenceState } from "@fupin/contract/schemas"
import { type AgreementTerms, decidePrice } from "./decide-standing-order"

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
  /** This delivery's share of the stock of each variant; absent when stock is not counted. */
  shares: Record<string, number | undefined>
}

export interface DeliveryLine {
  variant_id: string
  requested: number
  supplied: number
  unit_price_fen: number
  seller_id: string | null
  reason: string | null
}

const UNKNOWN = "商品已下架"
const SHORT = "库存不足"

/** What each line of a delivery will be: how many, from whom, at which agreed price, and why less than asked. Writes nothing. */
export function planDelivery(facts: DeliveryFacts): DeliveryLine[] {
  return facts.requested.filter(({ quantity }) => quantity > 0).map((line) => planLine(facts, line.variant_id, line.quantity))
}

function planLine(facts: DeliveryFacts, variant_id: string, requested: number): DeliveryLine {
  const variant = facts.variants[variant_id]
  const price = decidePrice(facts.terms, variant_id, facts.delivery_date)
  const none = { variant_id, requested, supplied: 0, unit_price_fen: price.ok ? price.value : 0, seller_id: variant?.seller_id ?? null }
  if (!price.ok) return { ...none, reason: price.message }
  if (!variant) return { ...none, reason: UNKNOWN }
  if (variant.stopped !== null) return { ...none, reason: variant.stopped }
  const supplied = Math.min(requested, facts.shares[variant_id] ?? requested)
  return { ...none, supplied, reason: supplied < requested ? SHORT : null }
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
  return { state: supplied || lines.some(({ reason }) => reason === SHORT) ? "short" : "failed", error: reasons || "下单未完成" }
}
