import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { followOrdersWorkflow } from "../workflows/follow-orders"

/** An event only says when to look; what became of an order is read from the order itself. */
export default async function followOrders({ container }: SubscriberArgs<{ id: string }>): Promise<void> {
  await followOrdersWorkflow(container).run({ input: { order_ids: null } })
}

export const config: SubscriberConfig = { event: ["payment.captured", "payment.refunded", "order.canceled", "delivery.created"] }
