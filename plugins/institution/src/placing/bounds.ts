import type { ShortageRule } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { SHORT, type VariantFacts } from "../domain/plan-delivery"
import { businessDay } from "../domain/business-day"
import { isPreferred, type Share, shareWithin, type StockRequest } from "../domain/share-stock"
import type { Substitution } from "../modules/institution/shortages"
import { type Delivery, institutionOf, unique } from "../reads/plans"
import { readAvailable } from "../reads/stock"

/** What a delivery before these will have, of a product, for a day and under an agreement. */
export interface Taken {
  variant_id: string
  date: string
  agreement_id: string
  quantity: number
}

interface Place {
  channel_id: string
  moment: Date
  own_order_ids: string[]
  /** The order that a delivery has, or will have, from whoever sells a product. */
  orderOf: (occurrenceId: string, variantId: string) => string
  /** Where the future is foreseen; null: these are placed now, and share what is scarce with all that wait for the same days. */
  taken: Taken[] | null
}

type Asked = Delivery & { requested: { variant_id: string; quantity: number }[] }
interface Request extends StockRequest {
  variant_id: string
  date: string
  agreement_id: string
}

/** How much can be had of a product, and which requests it holds for. */
interface Limit {
  variant_id: string
  reason: string
  available: number
  holds: (one: Omit<Taken, "quantity">) => boolean
}

/**
 * What each delivery may have of each product, by variant and occurrence: bounded by stock, by its producer's harvest pledges and by
 * the ceiling of its term. Who is placed first, in whichever batch or process, gets no more than who is placed last.
 */
export async function readShares(container: MedusaContainer, asked: Asked[], variants: Record<string, VariantFacts>, place: Place): Promise<Map<string, Map<string, Share>>> {
  const given = await institutionOf(container).readSubstitutions(asked.map(({ occurrence }) => occurrence.id))
  const own = asked.flatMap((delivery) => requestsOf(delivery, given))
  const ids = unique(own.map(({ variant_id }) => variant_id))
  if (ids.length === 0) return new Map()
  const rules = new Map((await institutionOf(container).readShortageRules()).map(({ seller_id, rule }) => [seller_id, rule]))
  const ruleOf = (variantId: string): ShortageRule => rules.get(variants[variantId]?.seller_id ?? "") ?? "pro_rata"
  const [stock, pledges, terms] = await Promise.all([stockLimits(container, ids, place), pledgeLimits(container, own, ids), termLimits(container, asked)])
  const rivals = place.taken === null ? await readRivals(container, own, [...stock, ...pledges, ...terms], place.moment) : []
  const left = (limit: Limit) => limit.available - sumOf((place.taken ?? []).filter(limit.holds))
  const among = (requests: Request[]) => (limit: Limit) => ({ variant_id: limit.variant_id, available: left(limit), reason: limit.reason, rule: ruleOf(limit.variant_id), requests: requests.filter(limit.holds) })
  const bounds = [...stock.map(among(own)), ...[...(await stockWithRivals(container, rivals, place)), ...pledges, ...terms].map(among([...own, ...rivals]))]
  return new Map(ids.map((id) => [id, shareWithin(bounds.filter(({ variant_id }) => variant_id === id))]))
}

/** Who takes a substitute for a part keeps the weight of the whole: the others gain nothing by it. */
function requestsOf({ occurrence, agreement, organisation, requested }: Asked, given: Substitution[]): Request[] {
  const givenUp = (variantId: string) => given.find((one) => one.occurrence_id === occurrence.id && one.variant_id === variantId)?.quantity ?? 0
  return requested.filter(({ quantity }) => quantity > 0).map(({ variant_id, quantity }) => ({
    id: occurrence.id, variant_id, quantity, weight: quantity + givenUp(variant_id), date: occurrence.delivery_date, agreement_id: agreement.id, is_preferred: isPreferred(organisation.kind),
  }))
}

/** Deliveries up to the last of these days that are not ordered yet, of goods that do not suffice for all. */
async function readRivals(container: MedusaContainer, own: Request[], limits: Limit[], moment: Date): Promise<Request[]> {
  const rooms = unique(limits.map(({ variant_id }) => variant_id)).map((variant_id) => ({ variant_id, room: Math.min(...limits.filter((one) => one.variant_id === variant_id).map(({ available, holds }) => available - sumOf(own.filter(holds)))) }))
  if (rooms.length === 0) return []
  const [from, to] = [businessDay(moment), own.map(({ date }) => date).sort().at(-1)!]
  const waiting = await institutionOf(container).readWaiting({ from, to, besides: unique(own.map(({ id }) => id)), rooms })
  return waiting.map(({ kind, ...one }) => ({ ...one, is_preferred: isPreferred(kind) }))
}

const sumOf = (parts: { quantity: number }[]): number => parts.reduce((sum, { quantity }) => sum + quantity, 0)

async function stockLimits(container: MedusaContainer, ids: string[], { channel_id, own_order_ids }: Place): Promise<Limit[]> {
  const available = await readAvailable(container, channel_id, ids, own_order_ids)
  return [...available].map(([variant_id, held]) => ({ variant_id, reason: SHORT.stock, available: held, holds: (one) => one.variant_id === variant_id }))
}

/** Of scarce goods: what another worker holds already for a rival is in the pot that is shared. */
async function stockWithRivals(container: MedusaContainer, rivals: Request[], place: Place): Promise<Limit[]> {
  const held = rivals.map(({ id, variant_id }) => place.orderOf(id, variant_id))
  return held.length === 0 ? [] : await stockLimits(container, unique(rivals.map(({ variant_id }) => variant_id)), { ...place, own_order_ids: [...place.own_order_ids, ...held] })
}

async function pledgeLimits(container: MedusaContainer, requests: Request[], ids: string[]): Promise<Limit[]> {
  const dates = requests.map(({ date }) => date).sort()
  const pledges = await institutionOf(container).readPledges(ids, dates[0]!, dates.at(-1)!)
  return pledges.map(({ variant_id, from_on, to_on, quantity, promised }) => ({
    variant_id, reason: SHORT.pledge, available: quantity - promised, holds: (one) => one.variant_id === variant_id && one.date >= from_on && one.date <= to_on,
  }))
}

async function termLimits(container: MedusaContainer, asked: Asked[]): Promise<Limit[]> {
  const agreements = [...new Map(asked.map(({ agreement }) => [agreement.id, agreement])).values()].filter(({ lines }) => lines.some(({ term_max }) => term_max !== null))
  if (agreements.length === 0) return []
  const sums = await institutionOf(container).readTermSums(agreements.map(({ id }) => id), null)
  return agreements.flatMap(({ id, lines }) => lines.filter(({ term_max }) => term_max !== null).map(({ variant_id, term_max }) => {
    const holds = (one: { variant_id: string; agreement_id: string }) => one.variant_id === variant_id && one.agreement_id === id
    return { variant_id, reason: SHORT.term, available: term_max! - (sums.find(holds)?.supplied ?? 0), holds }
  }))
}
