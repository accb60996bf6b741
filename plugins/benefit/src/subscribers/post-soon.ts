import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { nudge } from "../workflows/_nudge"

/** Events only nudge: what is posted is read from the rows, and a lost event costs a few seconds. */
export default async function postSoon({ container }: SubscriberArgs): Promise<void> {
  await nudge(container)
}

export const config: SubscriberConfig = {
  event: [
    "order.placed", "order.canceled", "order.completed", "payment.captured", "payment.refunded", "order-edit.confirmed", "order.return_received",
    "order.claim_created", "order.exchange_created", "delivery.created", "benefit.goods_accepted", "benefit.payment_facts_recorded",
  ],
}
