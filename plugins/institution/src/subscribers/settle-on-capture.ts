import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { settleOccurrencesWorkflow } from "../workflows/settle-occurrences"

/** A capture only says when to look; what is paid is read from the payments themselves. */
export default async function settleOnCapture({ container }: SubscriberArgs<{ id: string }>): Promise<void> {
  await settleOccurrencesWorkflow(container).run({ input: { order_ids: null } })
}

export const config: SubscriberConfig = { event: ["payment.captured", "payment.refunded"] }
