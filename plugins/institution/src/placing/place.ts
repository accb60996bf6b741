import { type PlacedOrders, type PlaceOrder, placeOrdersWorkflow } from "@fupin/checkout/workflows"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { Delivery } from "../reads/plans"
import { type PlannedDelivery, planDeliveries } from "./delivery-facts"
import { readShop, type ShopFacts } from "../reads/shop"
import { ordersOf, readBuyers, readDivisions } from "./orders"
import { readCommitted } from "./outcomes"
import { reserveDeliveries } from "./purchases"

export interface Placing {
  deliveries: PlannedDelivery[]
  refused: PlacedOrders["refused"]
}

const NO_BUYER = "采购单位没有在职的采购人员，请先添加并核验"

/**
 * Places the orders of deliveries. When stock went to someone else between reading and placing, those refused are
 * planned once more with what is left. Placing the same delivery again finds the same orders.
 */
export async function placeDeliveries(container: MedusaContainer, deliveries: Delivery[], placedAt?: string): Promise<Placing> {
  const shop = await readShop(container)
  const first = await placeOnce(container, deliveries, shop, placedAt)
  const beaten = new Set(first.refused.filter(({ code }) => code === "out_of_stock").map(({ id }) => id))
  const again = first.deliveries.filter(({ order_ids }) => Object.values(order_ids).some((id) => beaten.has(id)))
  if (again.length === 0) return first
  const second = await placeOnce(container, again, shop, placedAt)
  const kept = first.deliveries.filter((delivery) => !again.includes(delivery))
  return { deliveries: [...kept, ...second.deliveries], refused: [...first.refused.filter(({ id }) => !beaten.has(id)), ...second.refused] }
}

async function placeOnce(container: MedusaContainer, deliveries: Delivery[], shop: ShopFacts, placedAt?: string): Promise<Placing> {
  const wanted = await planDeliveries(container, deliveries, shop.sales_channel_id, placedAt ? new Date(placedAt) : new Date())
  const buyers = await readBuyers(container, wanted)
  const planned = await reserveDeliveries(container, wanted)
  const divisions = await readDivisions(container, planned)
  const orders = planned.flatMap((delivery) => {
    const buyer = buyers.get(delivery.standing_order.id)
    return buyer ? ordersOf(delivery, buyer, shop, divisions, placedAt) : []
  })
  const complete = [...orders, ...(await leftByEarlierRuns(container, planned, orders, buyers, shop))]
  const nobody = planned.filter(({ standing_order }) => !buyers.has(standing_order.id))
  const refused = nobody.flatMap(({ order_ids }) => Object.values(order_ids).map((id) => ({ id, code: "role_not_allowed" as const, message: NO_BUYER })))
  if (complete.length === 0) return { deliveries: planned, refused }
  const { result } = await placeOrdersWorkflow(container).run({ input: { orders: complete } })
  return { deliveries: planned, refused: [...refused, ...result.refused] }
}

/** Orders that a run which died had written and that today's plan would not: they stay, and whatever is missing around them is added. */
async function leftByEarlierRuns(container: MedusaContainer, planned: PlannedDelivery[], orders: PlaceOrder[], buyers: Map<string, { id: string; email: string }>, shop: ShopFacts): Promise<PlaceOrder[]> {
  const known = new Set(orders.map(({ id }) => id))
  const retried = planned.filter(({ occurrence }) => occurrence.attempt > 1)
  const committed = await readCommitted(container, retried.flatMap(({ order_ids }) => Object.values(order_ids)).filter((id) => !known.has(id)))
  return retried.flatMap(({ order_ids, standing_order }) => Object.values(order_ids).flatMap((id) => {
    const order = committed.get(id)
    const items = order?.items.map(({ variant_id, quantity }) => ({ variant_id, quantity: Number(quantity) }))
    return items ? [{ id, ...shop, email: buyers.get(standing_order.id)?.email ?? "", payment_provider_id: "pp_transfer_cn", shipping_address: { country_code: "cn" }, items }] : []
  }))
}
