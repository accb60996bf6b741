import { fenFromYuan } from "@fupin/contract/money"
import type { MedusaContainer } from "@medusajs/framework/types"
import { deriveId } from "../domain/ids"
import { sqlOf } from "../medusa"

/** A transfer that was written down for an order and may, or may not, be captured by now. */
export interface AwaitedTransfer {
  order_id: string
  reference: string
  amount_fen: number
}

const DUES = `
  select o.id as order_id, (sum(p.amount) - coalesce(sum((select sum(c.amount) from capture c where c.payment_id = p.id and c.deleted_at is null)), 0)
    - coalesce((select sum(w.amount_fen) / 100.0 from jsonb_to_recordset(?::jsonb) as w (order_id text, receipt_id text, amount_fen bigint)
      where w.order_id = o.id and not exists (select from capture c where c.created_by = w.receipt_id and c.deleted_at is null)), 0))::text as due
  from "order" o
  join order_payment_collection l on l.order_id = o.id and l.deleted_at is null
  join payment p on p.payment_collection_id = l.payment_collection_id and p.deleted_at is null and p.canceled_at is null
  where o.id = any(?) and o.deleted_at is null and o.status <> 'canceled'
  group by o.id`

/** What many orders still lack, in fen, in the order asked; nothing for those cancelled or unknown. What is `awaited` counts as if it were captured, once. */
export async function readDues(container: MedusaContainer, orderIds: string[], awaited: AwaitedTransfer[] = []): Promise<{ order_id: string; due_fen: number }[]> {
  const receipts = awaited.map(({ order_id, reference, amount_fen }) => ({ order_id, amount_fen, receipt_id: deriveId("trfr", order_id, reference) }))
  const { rows } = await sqlOf(container).raw<{ order_id: string; due: string }>(DUES, [JSON.stringify(receipts), orderIds])
  const dues = new Map(rows.map(({ order_id, due }) => [order_id, Math.max(0, fenFromYuan(due))]))
  return orderIds.map((order_id) => ({ order_id, due_fen: dues.get(order_id) ?? 0 }))
}
