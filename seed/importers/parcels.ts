import { createOrderFulfillmentWorkflow, markOrderFulfillmentAsDeliveredWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { PlacedPurchase } from "./orders"
import type { OpenStore } from "./store"

/** What the demonstration's own consumer has signed for came in a parcel. Orders that have one are left. */
export async function importParcels(container: MedusaContainer, store: OpenStore, placed: PlacedPurchase[]): Promise<void> {
  const ids = placed.filter(({ buyer, fate }) => buyer === 0 && (fate === "accepted" || fate === "partly_refunded")).map(({ order_id }) => order_id)
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "order", fields: ["id", "items.id", "items.detail.quantity", "fulfillments.id"], filters: { id: ids } })
  for (const { id, items, fulfillments } of data) {
    if (!items || (fulfillments ?? []).length > 0) continue
    const input = { order_id: id, location_id: store.stock_location_id, items: items.flatMap((item: { id: string; detail: { quantity: unknown } } | null) => (item ? [{ id: item.id, quantity: Number(item.detail.quantity) }] : [])) }
    const { result: parcel } = await createOrderFulfillmentWorkflow(container).run({ input })
    await markOrderFulfillmentAsDeliveredWorkflow(container).run({ input: { orderId: id, fulfillmentId: parcel.id } })
  }
}
