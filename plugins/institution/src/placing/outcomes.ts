import type { PlacedOrders } from "@fupin/checkout/workflows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { decideOutcome, type DeliveryLine } from "../domain/plan-delivery"
import type { OutcomeLine, Recorded } from "../modules/institution/outcome"
import { readExpectedBenefits } from "../reads/expected-benefit"
import { HOUSE, type PlannedDelivery } from "./delivery-facts"

export interface CommittedOrder {
  id: string
  items: { id: string; variant_id: string; quantity: number }[]
}

/** Orders as they were committed, by id; those never placed are absent. */
export async function readCommitted(container: MedusaContainer, ids: string[]): Promise<Map<string, CommittedOrder>> {
  if (ids.length === 0) return new Map()
  const rows = await container.resolve(Modules.ORDER).listOrders({ id: ids }, { select: ["id"], relations: ["items"], take: ids.length })
  return new Map(rows.map(({ id, items = [] }) => [id, { id, items: items.map((item) => ({ id: item.id, variant_id: item.variant_id ?? "", quantity: Number(item.quantity) })) }]))
}

/** What became of deliveries, read from the orders that exist and not from what was meant to be. */
export async function readOutcomes(container: MedusaContainer, deliveries: PlannedDelivery[], refused: PlacedOrders["refused"]): Promise<Recorded[]> {
  const committed = await readCommitted(container, deliveries.flatMap(({ order_ids }) => Object.values(order_ids)))
  const refusals = new Map(refused.map(({ id, message }) => [id, message]))
  const lines = deliveries.map((delivery) => delivery.lines.map((line) => lineOf(line, delivery.order_ids[line.seller_id ?? HOUSE], committed, refusals)))
  const benefits = await readExpectedBenefits(container, lines.map((basket) => basket.map(({ variant_id, supplied, unit_price_fen }) => ({ variant_id, quantity: supplied, unit_price_fen }))))
  return deliveries.map(({ occurrence, order_ids }, at) => {
    const { total_fen, households } = benefits[at]!
    const held = Object.values(order_ids).filter((id) => committed.has(id))
    const outcome = { ...decideOutcome(lines[at]!), order_ids: held, expected_benefit_fen: total_fen, households }
    return { claim: { id: occurrence.id, attempt: occurrence.attempt }, outcome, lines: lines[at]! }
  })
}

function lineOf(line: DeliveryLine, orderId: string | undefined, committed: Map<string, CommittedOrder>, refusals: Map<string, string>): OutcomeLine {
  const order = orderId ? committed.get(orderId) : undefined
  const item = order?.items.find(({ variant_id }) => variant_id === line.variant_id)
  const supplied = Number(item?.quantity ?? 0)
  const reason = supplied >= line.requested ? null : (line.reason ?? refusals.get(orderId ?? "") ?? "未能下单")
  return { ...line, supplied, reason, order_id: item ? order!.id : null, line_item_id: item?.id ?? null }
}
