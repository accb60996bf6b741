import type { PurchaseReason } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { planPaymentParts } from "../domain/plan-evidence"
import { readOrders } from "../modules/ledger/read-facts"
import { readNamedLines } from "./read-named-lines"
import { PAYMENTS } from "./read-payments"
import { profileAt, readProfiles } from "./read-profiles"
import { inSnapshot } from "./snapshot"

/** One order line's part of one payment or refund (negative), in fen, with where the goods are from. */
export interface PaidPart {
  id: string
  order_id: string
  organisation_id: string | null
  /** What placed the order: a standing order, a campaign…; null: a customer's own purchase. */
  source: string | null
  /** Why it was bought (R26), where somebody said so. */
  reason: PurchaseReason | null
  /** Whom the goods were given to (爱心捐赠), by name. */
  given_to: string | null
  at: Date
  amount_fen: number
  product: string
  seller: string
  quantity: string
  origin_code: string | null
}

interface PaidOrder {
  id: string
  organisation_id: string | null
  source: string | null
  reason: PurchaseReason | null
  given_to: string | null
}

const ORDERS = `select id, metadata ->> 'organisation_id' as organisation_id, metadata ->> 'source' as source, metadata ->> 'reason' as reason, metadata -> 'donation' ->> 'recipient_name' as given_to from "order" where id in (
  select order_id from ${PAYMENTS} where at >= :from and at < :to
    and (order_id = any(:order_ids) or order_id in (select id from "order" where metadata ->> 'organisation_id' = any(:organisation_ids))))`

/** What was paid in a span of time for orders of these organisations, and for these other orders, line by line as in 附件2; from one snapshot. */
export async function readPaidParts(container: MedusaContainer, scope: { organisation_ids: string[]; order_ids: string[]; from: Date; to: Date }): Promise<PaidPart[]> {
  return await inSnapshot(container, async (snapshot) => {
    const { rows }: { rows: PaidOrder[] } = await snapshot.raw(ORDERS, scope as never)
    const orders = (await readOrders(snapshot, rows.map(({ id }) => id), 0)).map(({ facts }) => facts)
    const lines = await readNamedLines(container, snapshot, orders)
    const profiles = await readProfiles(container, orders.flatMap((facts) => facts.lines.map(({ product_id }) => product_id ?? "")))
    const paid = new Map(rows.map((row) => [row.id, row]))
    return orders.flatMap((facts) => {
      const { organisation_id, source, reason, given_to } = paid.get(facts.order_id)!
      return planPaymentParts(facts).filter(({ at }) => at >= scope.from && at < scope.to).map(({ payment_id, line_item_id, at, amount_fen }) => {
        const { product = "", seller = "", quantity = "" } = lines.get(line_item_id) ?? {}
        const product_id = facts.lines.find(({ line_id }) => line_id === line_item_id)?.product_id ?? null
        return { id: `${payment_id}:${line_item_id}`, order_id: facts.order_id, organisation_id, source, reason, given_to, at, amount_fen, product, seller, quantity, origin_code: profileAt(profiles, product_id, facts.placed_at)?.origin_code ?? null }
      })
    })
  })
}
