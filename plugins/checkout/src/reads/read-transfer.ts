import { refusal } from "@fupin/access"
import { fenFromYuan } from "@fupin/contract/money"
import type { MedusaContainer } from "@medusajs/framework/types"
import { sqlOf } from "../medusa"

export interface TransferState {
  payment_id: string
  provider_id: string
  cancelled: boolean
  region_code: string | null
  due_fen: number
}

interface Row {
  payment_id: string
  provider_id: string
  cancelled: boolean
  region_code: string | null
  amount: string
  captured: string
}

const STATE = `
  select p.id as payment_id, p.provider_id, (o.status = 'canceled' or p.canceled_at is not null) as cancelled, a.metadata ->> 'region_code' as region_code,
    p.amount::text as amount, coalesce((select sum(c.amount) from capture c where c.payment_id = p.id and c.deleted_at is null), 0)::text as captured
  from "order" o
  join order_payment_collection l on l.order_id = o.id and l.deleted_at is null
  join payment p on p.payment_collection_id = l.payment_collection_id and p.deleted_at is null
  left join order_address a on a.id = o.shipping_address_id
  where o.id = ? and o.deleted_at is null
  order by p.created_at desc limit 1`

/** What an order's payment still lacks, and where the order goes. Error: not_found. */
export async function readTransferState(container: MedusaContainer, orderId: string): Promise<TransferState> {
  const { rows: [row] } = await sqlOf(container).raw<Row>(STATE, [orderId])
  if (!row) throw refusal("not_found", "not_found", "没有找到这张订单，或它还没有付款方式")
  const { amount, captured, ...state } = row
  return { ...state, due_fen: fenFromYuan(amount) - fenFromYuan(captured) }
}

/** The capture that a receipt made, if it got that far. */
export async function readCaptureOf(container: MedusaContainer, receiptId: string): Promise<string | null> {
  const { rows: [row] } = await sqlOf(container).raw<{ id: string }>(`select id from capture where created_by = ? and deleted_at is null`, [receiptId])
  return row?.id ?? null
}
