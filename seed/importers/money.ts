import { postBenefitWorkflow, recordAcceptanceWorkflow, recordPaymentFactsWorkflow } from "@fupin/benefit/workflows"
import { receiveTransferWorkflow } from "@fupin/checkout/workflows"
import { fenFromYuan, yuanFromFen } from "@fupin/contract/money"
import { refundPaymentWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { at, daysAfter } from "../lib/calendar"
import type { PlacedPurchase } from "./orders"

/** When money moved, what came back, what arrived; then the ledger is brought up to these facts. */
export async function importMoney(container: MedusaContainer, placed: PlacedPurchase[], staffId: string): Promise<void> {
  const amounts = await readAmounts(container, placed)
  for (const purchase of placed.filter(({ by_transfer, fate }) => by_transfer && fate !== "unpaid")) await receive(container, purchase, amounts.get(purchase.payment_id)!, staffId)
  await recordPaymentFactsWorkflow(container).run({ input: placed.flatMap(({ capture_id, placed_on, hour, minute }) => (capture_id ? [{ capture_id, occurred_at: at(placed_on, hour, minute) }] : [])) })
  for (const purchase of placed.filter(({ fate }) => fate === "refunded" || fate === "partly_refunded")) await refund(container, purchase, amounts.get(purchase.payment_id)!, staffId)
  for (const { order_id, placed_on, key } of placed.filter(({ fate }) => fate === "accepted" || fate === "partly_refunded")) {
    await recordAcceptanceWorkflow(container).run({ input: { order_id, source: `sign-${key}`, accepted_at: at(daysAfter(placed_on, 4), 15), lines: "all" } })
  }
  await postBenefitWorkflow(container).run({ input: { order_ids: placed.map(({ order_id }) => order_id) } })
}

async function readAmounts(container: MedusaContainer, placed: PlacedPurchase[]): Promise<Map<string, number>> {
  const payments = await container.resolve(Modules.PAYMENT).listPayments({ id: placed.map(({ payment_id }) => payment_id) }, { select: ["id", "amount"], take: null })
  return new Map(payments.map(({ id, amount }) => [id, fenFromYuan(Number(amount))]))
}

async function receive(container: MedusaContainer, { order_id, key, placed_on }: PlacedPurchase, amount_fen: number, actor_id: string): Promise<void> {
  await receiveTransferWorkflow(container).run({ input: { order_id, amount_fen, reference: `HK${key.replace("purchase-", "").padStart(6, "0")}`, received_on: daysAfter(placed_on, 2), actor_id } })
}

/** A refund is made once: a second run finds it and only says again when the money went back. */
async function refund(container: MedusaContainer, { payment_id, placed_on, fate }: PlacedPurchase, amount_fen: number, created_by: string): Promise<void> {
  const payments = container.resolve(Modules.PAYMENT)
  const [held] = await payments.listRefunds({ payment_id })
  if (!held) {
    const fen = fate === "refunded" ? amount_fen : Math.round(amount_fen * 0.3)
    await refundPaymentWorkflow(container).run({ input: { payment_id, amount: yuanFromFen(fen), created_by, note: fate === "refunded" ? "包装破损，整单退回" : "部分坏果，按比例退款" } })
  }
  const [made] = await payments.listRefunds({ payment_id })
  await recordPaymentFactsWorkflow(container).run({ input: [{ refund_id: made!.id, occurred_at: at(daysAfter(placed_on, 5), 10), cause: fate === "refunded" ? "carrier" : "producer" }] })
}
