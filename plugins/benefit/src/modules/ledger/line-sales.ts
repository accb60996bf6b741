import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { OrderFacts } from "../../domain/order-facts"
import { planPaymentParts } from "../../domain/plan-evidence"

/**
 * Writes what the lines of these orders are and what was paid for each, as the facts say now. A line stays what it was when it was
 * first posted; what was paid follows its captures and refunds. Part of the posting's transaction; written again it changes nothing.
 */
export async function writeLineSales(transaction: Knex, orders: OrderFacts[]): Promise<void> {
  if (orders.length === 0) return
  const lines = orders.flatMap(({ order_id, lines: held }) => held.map(({ line_id, product_id, producer_id, source }) =>
    ({ order_id, line_item_id: line_id, product_id: product_id ?? "", producer_id: producer_id ?? "", source: source ?? "other" })))
  await transaction.raw(
    `insert into ledger_line (line_item_id, order_id, product_id, producer_id, organisation_id, source)
     select x.line_item_id, x.order_id, x.product_id, x.producer_id, coalesce(o.metadata->>'organisation_id', ''), x.source
     from jsonb_to_recordset(?::jsonb) as x(line_item_id text, order_id text, product_id text, producer_id text, source text) join "order" o on o.id = x.order_id
     on conflict (line_item_id) do nothing`, [JSON.stringify(lines)])
  const parts = orders.flatMap(planPaymentParts).map(({ line_item_id, payment_id, at, amount_fen }) => ({ line_item_id, payment_id, at, amount_fen }))
  await transaction.raw(
    `with now_paid as (select * from jsonb_to_recordset(?::jsonb) as x(line_item_id text, payment_id text, at timestamptz, amount_fen bigint)),
     gone as (delete from ledger_sale s using ledger_line l where l.line_item_id = s.line_item_id and l.order_id = any(?)
       and not exists (select 1 from now_paid n where n.line_item_id = s.line_item_id and n.payment_id = s.payment_id))
     insert into ledger_sale (line_item_id, payment_id, at, amount_fen) select line_item_id, payment_id, at, amount_fen from now_paid
     on conflict (line_item_id, payment_id) do update set at = excluded.at, amount_fen = excluded.amount_fen
       where (ledger_sale.at, ledger_sale.amount_fen) is distinct from (excluded.at, excluded.amount_fen)`,
    [JSON.stringify(parts), orders.map(({ order_id }) => order_id)])
}
