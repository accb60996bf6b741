import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { settleStatements } from "../statement/money"

/** A transfer may also be registered by hand: an event says when to look, captured money says what is settled. */
export default async function settleStatementsOnCapture({ container }: SubscriberArgs<{ id: string }>): Promise<void> {
  await settleStatements(container, null)
}

export const config: SubscriberConfig = { event: ["payment.captured"] }
