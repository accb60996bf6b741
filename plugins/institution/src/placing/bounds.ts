import type { ShortageRule } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { SHORT, type VariantFacts } from "../domain/plan-delivery"
import { type Bound, isPreferred, type Share, shareWithin, type StockRequest } from "../domain/share-stock"
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
  own_order_ids: string[]
  taken: Taken[]
}

type Asked = Delivery & { requested: { variant_id: string; quantity: number }[] }
interface Request extends StockRequest {
  variant_id: string
  date: string
  agreement_id: string
}

/** What each delivery may have of each product, by variant and occurrence: bounded by stock, by its producer's harvest pledges and by the ceiling of its term. */
export async function readShares(container: MedusaContainer, asked: Asked[], variants: Record<string, VariantFacts>, place: Place): Promise<Map<string, Map<string, Share>>> {
  const given = await institutionOf(container).readSubstitutions(asked.map(({ occurrence }) => occurrence.id))
  const requests = asked.flatMap((delivery) => requestsOf(delivery, given))
  const ids = unique(requests.map(({ variant_id }) => variant_id))
  if (ids.length === 0) return new Map()
  const rules = new Map((await institutionOf(container).readShortageRules()).map(({ seller_id, rule }) => [seller_id, rule]))
  const ruleOf = (variantId: string): ShortageRule => rules.get(variants[variantId]?.seller_id ?? "") ?? "pro_rata"
  const bounds = [
    ...(await stockBounds(container, requests, ids, place)), ...(await pledgeBounds(container, requests, ids, place)), ...(await termBounds(container, requests, asked, place)),
  ]
  return new Map(ids.map((id) => [id, shareWithin(bounds.filter(({ variant_id }) => variant_id === id).map((bound) => ({ ...bound, rule: ruleOf(id) })))]))
}

/** Who takes a substitute for a part keeps the weight of the whole: the others gain nothing by it. */
function requestsOf({ occurrence, agreement, organisation, requested }: Asked, given: Substitution[]): Request[] {
  const givenUp = (variantId: string) => given.find((one) => one.occurrence_id === occurrence.id && one.variant_id === variantId)?.quantity ?? 0
  return requested.filter(({ quantity }) => quantity > 0).map(({ variant_id, quantity }) => ({
    id: occurrence.id, variant_id, quantity, weight: quantity + givenUp(variant_id), date: occurrence.delivery_date, agreement_id: agreement.id, is_preferred: isPreferred(organisation.kind),
  }))
}

type Part = Omit<Bound, "rule"> & { variant_id: string }
const sumOf = (taken: Taken[]): number => taken.reduce((sum, { quantity }) => sum + quantity, 0)

async function stockBounds(container: MedusaContainer, requests: Request[], ids: string[], { channel_id, own_order_ids, taken }: Place): Promise<Part[]> {
  const available = await readAvailable(container, channel_id, ids, own_order_ids)
  return [...available].map(([variant_id, held]) => ({
    variant_id, reason: SHORT.stock, requests: requests.filter((one) => one.variant_id === variant_id), available: held - sumOf(taken.filter((one) => one.variant_id === variant_id)),
  }))
}

async function pledgeBounds(container: MedusaContainer, requests: Request[], ids: string[], { taken }: Place): Promise<Part[]> {
  const dates = requests.map(({ date }) => date).sort()
  const pledges = await institutionOf(container).readPledges(ids, dates[0]!, dates.at(-1)!)
  return pledges.map(({ variant_id, from_on, to_on, quantity, promised }) => {
    const isIn = (one: { variant_id: string; date: string }) => one.variant_id === variant_id && one.date >= from_on && one.date <= to_on
    return { variant_id, reason: SHORT.pledge, requests: requests.filter(isIn), available: quantity - promised - sumOf(taken.filter(isIn)) }
  })
}

async function termBounds(container: MedusaContainer, requests: Request[], asked: Asked[], { taken }: Place): Promise<Part[]> {
  const agreements = [...new Map(asked.map(({ agreement }) => [agreement.id, agreement])).values()].filter(({ lines }) => lines.some(({ term_max }) => term_max !== null))
  if (agreements.length === 0) return []
  const sums = await institutionOf(container).readTermSums(agreements.map(({ id }) => id), null)
  return agreements.flatMap(({ id, lines }) => lines.filter(({ term_max }) => term_max !== null).map(({ variant_id, term_max }) => {
    const isOf = (one: { variant_id: string; agreement_id: string }) => one.variant_id === variant_id && one.agreement_id === id
    return { variant_id, reason: SHORT.term, requests: requests.filter(isOf), available: term_max! - (sums.find(isOf)?.supplied ?? 0) - sumOf(taken.filter(isOf)) }
  }))
}
