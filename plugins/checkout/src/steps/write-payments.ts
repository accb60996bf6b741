import { fenFromYuan } from "@fupin/contract/money"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { type PaymentPlan, planPayment } from "../domain/plan-payment"
import type { PlaceOrder, PlannedOrder } from "../domain/place-order"
import { bulkPaymentsOf, sqlOf } from "../medusa"

interface Input {
  fresh: PlannedOrder[]
  present: PlaceOrder[]
}

/**
 * The payment of every order that has none yet: collection, session, payment and, where money moves at once, capture.
 * Each module commits for itself, so each kind of row is looked for before it is written and the link to the order comes last.
 */
export const writePaymentsStep = createStep("write-payments", async ({ fresh, present }: Input, { container }) => {
  const unpaid = await withoutPayment(container, [...fresh.map(({ order }) => order), ...present])
  const totals = new Map(fresh.map(({ order, total_fen }) => [order.id, total_fen]))
  const old = unpaid.filter(({ id }) => !totals.has(id)).map(({ id }) => id)
  for (const [id, fen] of await readTotals(container, old)) totals.set(id, fen)
  const plans = unpaid.map((order) => planPayment(order, totals.get(order.id)!))
  await writeRows(container, plans)
  await linkRows(container, plans)
  return new StepResponse(plans.map(({ order_id }) => order_id), plans)
}, async (plans, { container }) => {
  if (!plans?.length) return
  await container.resolve(ContainerRegistrationKeys.LINK).dismiss(plans.map(linkOf))
  await container.resolve(Modules.PAYMENT).deletePaymentCollections(plans.map(({ collection }) => collection.id))
})

async function withoutPayment(container: MedusaContainer, orders: PlaceOrder[]): Promise<PlaceOrder[]> {
  const { rows } = await sqlOf(container).raw<{ order_id: string }>(
    `select order_id from order_payment_collection where order_id = any(?) and deleted_at is null`, [orders.map(({ id }) => id)])
  const paid = new Set(rows.map(({ order_id }) => order_id))
  return orders.filter(({ id }) => !paid.has(id))
}

async function readTotals(container: MedusaContainer, ids: string[]): Promise<[string, number][]> {
  if (ids.length === 0) return []
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "order", fields: ["id", "total"], filters: { id: ids } })
  return data.map((order) => [order.id, fenFromYuan(Number(order.total))])
}

async function writeRows(container: MedusaContainer, plans: PaymentPlan[]): Promise<void> {
  const payments = bulkPaymentsOf(container)
  const write = async <Row extends { id: string }>(table: string, rows: Row[], create: (rows: Row[]) => Promise<unknown>) => {
    const missing = await missingRows(container, table, rows)
    if (missing.length > 0) await create(missing)
  }
  await write("payment_collection", plans.map(({ collection }) => collection), (rows) => payments.createPaymentCollections(rows))
  await write("payment_session", plans.map(({ session }) => session), (rows) => payments.createPaymentSessions(rows))
  await write("payment", plans.map(({ payment }) => payment), (rows) => payments.createPayments(rows))
  await write("capture", plans.flatMap(({ capture }) => capture ?? []), (rows) => payments.createCaptures(rows))
  await writeTransactions(container, plans)
}

/** Core's order summary counts payments by its own transactions; the ledger does not. */
async function writeTransactions(container: MedusaContainer, plans: PaymentPlan[]): Promise<void> {
  const captured = plans.flatMap(({ order_id, collection, capture }) => (capture ? [{ order_id, capture_id: capture.id, amount: collection.amount, currency_code: collection.currency_code }] : []))
  const { rows } = await sqlOf(container).raw<{ reference_id: string }>(
    `select reference_id from order_transaction where reference = 'capture' and reference_id = any(?)`, [captured.map(({ capture_id }) => capture_id)])
  const there = new Set(rows.map(({ reference_id }) => reference_id))
  const missing = captured.filter(({ capture_id }) => !there.has(capture_id))
  if (missing.length === 0) return
  await container.resolve(Modules.ORDER).addOrderTransactions(missing.map(({ capture_id, ...row }) => ({ ...row, reference: "capture", reference_id: capture_id })))
}

async function missingRows<Row extends { id: string }>(container: MedusaContainer, table: string, rows: Row[]): Promise<Row[]> {
  if (rows.length === 0) return rows
  const { rows: held } = await sqlOf(container).raw<{ id: string }>(`select id from ${table} where id = any(?)`, [rows.map(({ id }) => id)])
  const there = new Set(held.map(({ id }) => id))
  return rows.filter(({ id }) => !there.has(id))
}

async function linkRows(container: MedusaContainer, plans: PaymentPlan[]): Promise<void> {
  if (plans.length > 0) await container.resolve(ContainerRegistrationKeys.LINK).create(plans.map(linkOf))
}

function linkOf({ order_id, collection }: PaymentPlan) {
  return { [Modules.ORDER]: { order_id }, [Modules.PAYMENT]: { payment_collection_id: collection.id } }
}

