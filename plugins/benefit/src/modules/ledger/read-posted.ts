import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Holding } from "../../domain/benefit-target"
import { NOTHING_POSTED, type Posted } from "../../domain/plan-postings"

/** What the ledger says of these orders already. Read under their locks. */
export async function readPosted(connection: Knex, orderIds: string[]): Promise<Map<string, Posted>> {
  const { rows: journals } = await connection.raw(
    `select order_id, count(*)::integer as journals, max(event_at) as last_event_at,
       (array_agg(id order by recorded_at desc, id) filter (where kind = 'sale'))[1] as last_sale_id
     from ledger_journal where order_id = any(?) group by order_id`, [orderIds])
  const posted = new Map<string, Posted>(journals.map(({ order_id, ...row }: { order_id: string } & Posted) => [order_id, { ...NOTHING_POSTED, ...row, holdings: [] }]))
  const { rows: sources } = await connection.raw(
    "select order_id, array_agg(distinct source) as source_ids from ledger_journal, unnest(source_ids) source where order_id = any(?) group by order_id", [orderIds])
  for (const { order_id, source_ids } of sources) posted.get(order_id)!.source_ids = source_ids
  const { rows: holdings } = await connection.raw(
    `select order_id, line_item_id, linkage_version_id, producer_id, beneficiary_id,
       coalesce(sum(amount_fen) filter (where account = 'provisional'), 0)::float8 as provisional_fen,
       coalesce(sum(amount_fen) filter (where account = 'payable'), 0)::float8 as payable_fen
     from ledger_entry where order_id = any(?) and account in ('provisional', 'payable')
     group by order_id, line_item_id, linkage_version_id, producer_id, beneficiary_id`, [orderIds])
  for (const { order_id, ...holding } of holdings as (Holding & { order_id: string })[]) posted.get(order_id)?.holdings.push(holding)
  return posted
}
