import type { PlacedOrders } from "@fupin/checkout/workflows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { decideOutcome, type DeliveryLine } from "../domain/plan-delivery"
import type { Claim } from "../modules/institution/claim"
import type { Outcome, OutcomeLine } from "../modules/institution/outcome"
import { expectedBenefitReader } from "../reads/expected-benefit"
import { HOUSE, type PlannedDelivery } from "./delivery-facts"

export interface CommittedOrder {
  id: string
  items: { id: string; variant_id: string; quantity: number }[]
}

export interface Recorded {
  claim: Claim
  outcome: Outcome
  lines: OutcomeLine[]
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
  const expected = expectedBenefitReader(container)
  return Promise.all(deliveries.map(async (delivery) => {
    const { occurrence, order_ids } = delivery
    const lines = delivery.lines.map((line) => lineOf(line, order_ids[line.seller_id ?? HOUSE], committed, refused))
    const benefit = await expected(lines.map(({ variant_id, supplied, unit_price_fen }) => ({ variant_id, quantity: supplied, unit_price_fen })))
    const held = Object.values(order_ids).filter((id) => committed.has(id))
    const outcome = { ...decideOutcome(lines), order_ids: held, expected_benefit_fen: benefit.total_fen, households: benefit.households }
    return { claim: { id: occurrence.id, attempt: occurrence.attempt }, outcome, lines }
  }))
}

function lineOf(line: DeliveryLine, orderId: string | undefined, committed: Map<string, CommittedOrder>, refused: PlacedOrders["refused"]): OutcomeLine {
  const order = orderId ? committed.get(orderId) : undefined
  const item = order?.items.find(({ variant_id }) => variant_id === line.variant_id)
  const supplied = Number(item?.quantity ?? 0)
  const refusal = refused.find(({ id }) => id === orderId)
  const reason = supplied >= line.requested ? null : (line.reason ?? refusal?.message ?? "未能下单")
  return { ...line, supplied, reason, order_id: item ? order!.id : null, line_item_id: item?.id ?? null }
}
