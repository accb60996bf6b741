import type { MedusaContainer } from "@medusajs/framework/types"
import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows"
import { readOrderStates } from "../reads/order-states"
import { followOrdersWorkflow } from "./follow-orders"

/** Cancels those of these orders for which nothing is paid or delivered; their stock is free again and their deliveries say so. */
export async function cancelOpenOrders(container: MedusaContainer, orderIds: string[]): Promise<void> {
  if (orderIds.length === 0) return
  const open = (await readOrderStates(container, orderIds)).filter(({ is_cancelled, is_delivered, paid_fen }) => !is_cancelled && !is_delivered && paid_fen === 0)
  for (const { id } of open) await cancelOrderWorkflow(container).run({ input: { order_id: id } })
  await followOrdersWorkflow(container).run({ input: { order_ids: orderIds } })
}
