import type { MedusaContainer } from "@medusajs/framework/types"
import { decideGiving } from "../domain/giving"
import { orderIdOf } from "../domain/order-id"
import { planDelivery, type DeliveryLine, type VariantFacts } from "../domain/plan-delivery"
import { orderKey } from "../keys"
import { readDesignations, stoppedBecause } from "../reads/certified"
import { readGoodsWithSellers } from "../reads/goods"
import { type Delivery, linesOf, unique } from "../reads/plans"
import { readPriceFacts } from "../reads/price-facts"
import { readShares, type Taken } from "./bounds"

/** Who sells goods of no recorded producer: the house itself. */
export const HOUSE = "house"

export interface PlannedDelivery extends Delivery {
  lines: DeliveryLine[]
  /** Every order this delivery can ever have, by seller: also those an earlier run placed before it died. */
  order_ids: Record<string, string>
}

/**
 * Facts and decision for deliveries that are to be placed together; what is scarce they share with all that wait for the same days.
 * Where the future is foreseen they share alone what those before them (`taken`) leave. Writes nothing.
 */
export async function planDeliveries(container: MedusaContainer, deliveries: Delivery[], channelId: string, moment: Date, taken: Taken[] | null = null): Promise<PlannedDelivery[]> {
  const asked = deliveries.map((delivery) => ({ ...delivery, requested: linesOf(delivery) }))
  const variants = await readVariantFacts(container, unique(asked.flatMap(({ requested }) => requested.map(({ variant_id }) => variant_id))), moment)
  const prices = await readPriceFacts(container, [...new Map(asked.map(({ agreement }) => [agreement.id, agreement])).values()])
  const orderIds = new Map(asked.map(({ occurrence, requested }) => [occurrence.id, idsBySeller(occurrence.id, requested, variants)]))
  const shares = await readShares(container, asked, variants, {
    channel_id: channelId, moment, own_order_ids: [...orderIds.values()].flatMap((ids) => Object.values(ids)), taken, orderOf: (occurrenceId, variantId) => orderIdOf(orderKey(), occurrenceId, variants[variantId]?.seller_id ?? HOUSE),
  })
  return asked.map(({ requested, ...delivery }) => ({
    ...delivery,
    order_ids: orderIds.get(delivery.occurrence.id)!,
    lines: planDelivery({
      delivery_date: delivery.occurrence.delivery_date, terms: delivery.agreement, requested, variants, prices, refused: refusedBecause(delivery),
      shares: Object.fromEntries(requested.map(({ variant_id }) => [variant_id, shares.get(variant_id)?.get(delivery.occurrence.id)])),
    }),
  }))
}

function refusedBecause({ gift }: Delivery): string | null {
  const decided = decideGiving(gift.recipient)
  return decided.ok ? null : decided.message
}

function idsBySeller(occurrenceId: string, requested: { variant_id: string }[], variants: Record<string, VariantFacts>): Record<string, string> {
  const sellers = requested.map(({ variant_id }) => variants[variant_id]?.seller_id ?? HOUSE)
  return Object.fromEntries([...new Set(sellers)].map((seller) => [seller, orderIdOf(orderKey(), occurrenceId, seller)]))
}

async function readVariantFacts(container: MedusaContainer, variantIds: string[], moment: Date): Promise<Record<string, VariantFacts>> {
  const goods = await readGoodsWithSellers(container, variantIds, moment)
  const designations = await readDesignations(container, goods.values())
  return Object.fromEntries([...goods].map(([id, { product_id, title, seller }]) => {
    const why = stoppedBecause(designations.get(product_id) ?? [], moment)
    return [id, { seller_id: seller?.id ?? HOUSE, stopped: why === null ? null : `${title}：${why}` }]
  }))
}
