import { allowed, decideRegion, refusal } from "@fupin/access"
import type { OrderRefund } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { fenOfSum } from "../domain/line-base"
import { readDestination } from "./read-destination"

interface RefundRow extends Omit<OrderRefund, "amount_fen" | "refunded_at"> {
  amount: string
  at: Date
}

/** Refunds of an order that goes to these regions, and what was said of each. Errors: unknown_order, not_in_your_region. */
export async function readRefunds(container: MedusaContainer, orderId: string, regions: string[]): Promise<OrderRefund[]> {
  allowed(decideRegion(await readDestination(container, orderId), regions), "forbidden")
  const { rows }: { rows: RefundRow[] } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(
    `select r.id, r.amount::text as amount, coalesce(f.occurred_at, r.created_at) as at, r.note,
       case when k.refund_id is null then null else jsonb_build_object('cause', k.cause, 'bearer', k.bearer, 'keeps_benefit', k.keeps_benefit,
         'stated_by', (select email from "user" u where u.id = k.stated_by), 'stated_at', k.stated_at) end as stated
     from order_payment_collection opc join payment p on p.payment_collection_id = opc.payment_collection_id join refund r on r.payment_id = p.id and r.deleted_at is null
     left join payment_fact f on f.refund_id = r.id left join refund_cause k on k.refund_id = r.id
     where opc.order_id = ? and opc.deleted_at is null order by 3, 1`, [orderId])
  return rows.map(({ amount, at, stated, ...refund }) => ({ ...refund, amount_fen: fenOfSum([amount]), refunded_at: at.toISOString(), stated: stated && { ...stated, stated_at: new Date(stated.stated_at).toISOString() } }))
}

/** The order of a refund. Error: unknown_refund. */
export async function readRefundedOrder(container: MedusaContainer, refundId: string): Promise<string> {
  const { rows: [found] } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(
    `select opc.order_id from refund r join payment p on p.id = r.payment_id join order_payment_collection opc on opc.payment_collection_id = p.payment_collection_id and opc.deleted_at is null
     where r.id = ? and r.deleted_at is null`, [refundId])
  if (!found) throw refusal("not_found", "unknown_refund")
  return found.order_id
}
