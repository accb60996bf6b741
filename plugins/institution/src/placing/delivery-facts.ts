import { decideSale } from "@fupin/provenance/domain/designation"
import type { MedusaContainer } from "@medusajs/framework/types"
import { mergeLines } from "../domain/decide-standing-order"
import { orderIdOf } from "../domain/order-id"
import { planDelivery, type DeliveryLine, type VariantFacts } from "../domain/plan-delivery"
import { shareStock } from "../domain/share-stock"
import { orderKey } from "../keys"
import { graph } from "../medusa"
import { readGoodsWithSellers } from "../reads/goods"
import type { Delivery } from "../reads/plans"
import { readAvailable } from "../reads/stock"

type DesignationFacts = Parameters<typeof decideSale>[0][number]

/** Who sells goods of no recorded producer: the house itself. */
export const HOUSE = "house"

export interface PlannedDelivery extends Delivery {
  lines: DeliveryLine[]
  /** Every order this delivery can ever have, by seller: also those an earlier run placed before it died. */
  order_ids: Record<string, string>
}

/** Facts and decision for deliveries that are to be placed together; scarce stock is shared among them. Writes nothing. */
export async function planDeliveries(container: MedusaContainer, deliveries: Delivery[], channelId: string, moment: Date): Promise<PlannedDelivery[]> {
  const asked = deliveries.map((delivery) => ({ ...delivery, requested: mergeLines(delivery.standing_order.lines, delivery.occurrence.edits) }))
  const variantIds = [...new Set(asked.flatMap(({ requested }) => requested.map(({ variant_id }) => variant_id)))]
  const variants = await readVariantFacts(container, variantIds, moment)
  const orderIds = new Map(asked.map(({ occurrence, requested }) => [occurrence.id, idsBySeller(occurrence.id, requested, variants)]))
  const available = await readAvailable(container, channelId, variantIds, [...orderIds.values()].flatMap((ids) => Object.values(ids)))
  const shares = new Map([...available].map(([variant_id, left]) => [variant_id, shareStock(requestsFor(asked, variant_id), left)]))
  return asked.map(({ requested, ...delivery }) => ({
    ...delivery,
    order_ids: orderIds.get(delivery.occurrence.id)!,
    lines: planDelivery({
      delivery_date: delivery.occurrence.delivery_date, terms: delivery.agreement, requested, variants,
      shares: Object.fromEntries([...shares].map(([variant_id, byDelivery]) => [variant_id, byDelivery.get(delivery.occurrence.id)])),
    }),
  }))
}

function requestsFor(asked: { occurrence: { id: string }; requested: { variant_id: string; quantity: number }[] }[], variantId: string) {
  return asked.flatMap(({ occurrence, requested }) =>
    requested.filter(({ variant_id, quantity }) => variant_id === variantId && quantity > 0).map(({ quantity }) => ({ id: occurrence.id, quantity })))
}

function idsBySeller(occurrenceId: string, requested: { variant_id: string }[], variants: Record<string, VariantFacts>): Record<string, string> {
  const sellers = requested.map(({ variant_id }) => variants[variant_id]?.seller_id ?? HOUSE)
  return Object.fromEntries([...new Set(sellers)].map((seller) => [seller, orderIdOf(orderKey(), occurrenceId, seller)]))
}

async function readVariantFacts(container: MedusaContainer, variantIds: string[], moment: Date): Promise<Record<string, VariantFacts>> {
  const goods = await readGoodsWithSellers(container, variantIds, moment)
  const productIds = [...new Set([...goods.values()].map(({ product_id }) => product_id))]
  const rows = await graph<DesignationFacts>(container, "designation", ["product_id", "number", "status", "valid_from", "valid_to"], { product_id: productIds })
  const designations = rows.map((row) => ({ ...row, valid_from: new Date(row.valid_from), valid_to: new Date(row.valid_to) }))
  return Object.fromEntries([...goods].map(([id, { product_id, title, seller }]) => {
    const sale = decideSale(designations.filter((one) => one.product_id === product_id), moment)
    return [id, { seller_id: seller?.id ?? HOUSE, stopped: sale.ok ? null : `${title}：${sale.message}` }]
  }))
}
