import { regionContains } from "@fupin/access"
import type { Evidence, PaperQuery } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { fenOfSum } from "../domain/line-base"
import type { PeriodBounds } from "../domain/period"
import { type PaymentPart, planPaymentParts } from "../domain/plan-evidence"
import { readOrders } from "../modules/ledger/read-facts"
import { remarksOf } from "../papers/remarks"
import { readPaidTotal, readPayments } from "./read-payments"
import { type NamedLine, readNamedLines } from "./read-named-lines"

/** 附件2 of a period: goods of producers in the regions of who asks, one row per line and payment. */
export async function readEvidence(container: MedusaContainer, { period }: Pick<PaperQuery, "period">, bounds: PeriodBounds, regions: string[]): Promise<Evidence> {
  const payments = await readPayments(container, bounds)
  const orderIds = [...new Set(payments.map(({ order_id }) => order_id))]
  const orders = (await readOrders(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), orderIds, 0)).map(({ facts }) => facts)
  const inPeriod = ({ at }: { at: Date }) => at >= bounds.from && at < bounds.to
  const parts = orders.flatMap(planPaymentParts).filter(inPeriod).sort((a, b) => a.at.getTime() - b.at.getTime())
  const lines = await readNamedLines(container, orders)
  const shown = parts.filter(({ line_item_id }) => isVisible(lines.get(line_item_id), regions))
  const serials = new Map(shown.map((part, index) => [keyOf(part.payment_id, part.line_item_id), index + 1]))
  const paid = new Map(payments.map((payment) => [payment.id, payment]))
  const rows = shown.map((part, index) => {
    const { product, seller, buyer, quantity } = lines.get(part.line_item_id)!
    const cited = part.reverses && { ...part.reverses, serial: serials.get(keyOf(part.reverses.payment_id, part.line_item_id)) ?? null, bank_reference: paid.get(part.reverses.payment_id)?.bank_reference ?? null }
    return {
      serial: index + 1, product, seller, buyer, quantity: part.kind === "refund" ? "—" : quantity, amount_fen: part.amount_fen,
      ...remarksOf(part, paid.get(part.payment_id)!, cited), order_id: part.order_id, line_item_id: part.line_item_id, payment_reference: part.payment_id,
    }
  })
  const moved = orders.reduce((sum, { captures, refunds }) => sum + fenOfSum(captures.filter(inPeriod).map(({ amount }) => amount)) - fenOfSum(refunds.filter(inPeriod).map(({ amount }) => amount)), 0)
  const foot = { rows_fen: sum(shown), elsewhere_fen: sum(parts) - sum(shown), freight_fen: moved - sum(parts), paid_fen: await readPaidTotal(container, bounds) }
  const balanced = foot.rows_fen + foot.elsewhere_fen + foot.freight_fen === foot.paid_fen
  return { title: "附件2 消费扶贫证明材料", period, from: bounds.first_day, to: bounds.last_day, regions, rows, foot: { ...foot, balanced } }
}

function isVisible(line: NamedLine | undefined, regions: string[]): boolean {
  if (!line) return false
  return regions.some((region) => region === "*" || (line.seller_region !== null && regionContains(region, line.seller_region)))
}

function keyOf(paymentId: string, lineItemId: string): string {
  return `${paymentId}:${lineItemId}`
}

function sum(parts: PaymentPart[]): number {
  return parts.reduce((total, { amount_fen }) => total + amount_fen, 0)
}
