import { postBenefitWorkflow } from "@fupin/benefit/workflows"
import { receiveTransferWorkflow } from "@fupin/checkout/workflows"
import { acceptOccurrenceWorkflow, runStandingOrdersWorkflow } from "@fupin/institution/workflows"
import { statementsOf } from "@fupin/institution/statement/index"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { at, daysAfter } from "../lib/calendar"
import { CANTEEN_DAYS } from "./organisations"

interface Delivery {
  id: string
  delivery_date: string
  state: string
  order_ids: string[]
  lines: { variant_id: string; supplied: number; settle_by: string }[]
}

/** Every few days the standing orders were run; what arrived was accepted, and after ten days most of it was paid. */
export async function importDeliveries(container: MedusaContainer, people: { receiver: string; finance: string }, today: string): Promise<void> {
  for (let back = CANTEEN_DAYS; back >= 0; back -= 4) {
    const date = daysAfter(today, -back)
    await runStandingOrdersWorkflow(container).run({ input: { date, placed_at: at(daysAfter(date, -4), 16) } })
  }
  await runStandingOrdersWorkflow(container).run({ input: { date: daysAfter(today, 3) } })
  const delivered = (await readDeliveries(container)).filter(({ delivery_date }) => delivery_date < today)
  for (const delivery of delivered.filter(({ state }) => state === "placed" || state === "short")) {
    const lines = delivery.lines.map(({ variant_id, supplied, settle_by }) => ({ variant_id, accepted: settle_by === "weight" ? weighed(supplied, delivery.delivery_date) : supplied, reason: "" }))
    await acceptOccurrenceWorkflow(container).run({ input: { id: delivery.id, acceptance: { lines }, actor_id: people.receiver, accepted_at: at(delivery.delivery_date, 9, 30) } })
  }
  const due = delivered.filter(({ delivery_date }) => delivery_date < daysAfter(today, -10))
  await payFor(container, due.filter((_delivery, index) => index % 6 !== 5), people.finance)
  await postBenefitWorkflow(container).run({ input: { order_ids: delivered.flatMap(({ order_ids }) => order_ids) } })
}

async function readDeliveries(container: MedusaContainer): Promise<Delivery[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "occurrence", fields: ["id", "delivery_date", "state", "order_ids", "lines.variant_id", "lines.supplied", "lines.settle_by"] })
  return data.map(({ id, delivery_date, state, order_ids, lines }) => ({ id, delivery_date, state, order_ids: order_ids ?? [], lines: lines.flatMap((line: Delivery["lines"][number] | null) => (line ? [line] : [])) }))
    .filter(({ order_ids }) => order_ids.length > 0).sort((a, b) => (a.delivery_date + a.id < b.delivery_date + b.id ? -1 : 1))
}

/** What the scale at the door showed: a little under what was ordered, another day another weight, importing again the same. */
const weighed = (kilograms: number, date: string): number => Math.round(kilograms * (1000 - (Number(date.slice(8)) * 7) % 40)) / 1000

/** One transfer for each order, with the bank's value date. */
async function payFor(container: MedusaContainer, deliveries: Delivery[], actor_id: string): Promise<void> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const ids = deliveries.flatMap(({ order_ids }) => order_ids)
  if (ids.length === 0) return
  const { data } = await query.graph({ entity: "order", fields: ["id", "payment_collections.captured_amount"], filters: { id: ids } })
  const dues = new Map((await statementsOf(container).readUnitOrders({ order_ids: ids })).map(({ order_id, due_fen }) => [order_id, due_fen]))
  for (const { delivery_date, order_ids } of deliveries) {
    for (const order_id of order_ids) {
      const order = data.find(({ id }) => id === order_id)!
      if (Number(order.payment_collections?.[0]?.captured_amount ?? 0) > 0) continue
      await receiveTransferWorkflow(container).run({ input: { order_id, amount_fen: dues.get(order_id)!, reference: `DG${order_id.slice(-10).toUpperCase()}`, received_on: daysAfter(delivery_date, 8), actor_id } })
    }
  }
}
