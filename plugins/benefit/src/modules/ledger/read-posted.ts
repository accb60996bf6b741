import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type DatedBorne, type DatedHolding, NOTHING_POSTED, type Posted } from "../../domain/plan-postings"

/** What the ledger says of these orders already. Read under their locks. */
export async function readPosted(connection: Knex, orderIds: string[]): Promise<Map<string, Posted>> {
  const { rows: journals } = await connection.raw(
    `select order_id, count(*)::integer as journals, max(event_at) as last_event_at,
       (array_agg(id order by recorded_at desc, id) filter (where kind = 'sale'))[1] as last_sale_id
     from ledger_journal where order_id = any(?) group by order_id`, [orderIds])
  const posted = new Map<string, Posted>(journals.map(({ order_id, ...row }: { order_id: string } & Posted) => [order_id, { ...NOTHING_POSTED, ...row, holdings: [], borne: [], sources: [] }]))
  const { rows: sources } = await connection.raw(
    `select distinct on (j.order_id, s.id) j.order_id, s.id, s.at from ledger_journal j, unnest(j.source_ids, j.source_ats) as s(id, at)
     where j.order_id = any(?) order by j.order_id, s.id, split_part(j.idempotency_key, ':', 2)::integer desc`, [orderIds])
  for (const { order_id, id, at } of sources) posted.get(order_id)!.sources.push({ id, at })
  const { rows: holdings } = await connection.raw(
    `select e.order_id, j.event_at, e.line_item_id, e.linkage_version_id, e.producer_id, e.beneficiary_id,
       coalesce(sum(amount_fen) filter (where account = 'provisional'), 0)::float8 as provisional_fen,
       coalesce(sum(amount_fen) filter (where account = 'payable'), 0)::float8 as payable_fen
     from ledger_journal j join ledger_entry e on e.journal_id = j.id where j.order_id = any(?) and e.account in ('provisional', 'payable')
     group by e.order_id, j.event_at, e.line_item_id, e.linkage_version_id, e.producer_id, e.beneficiary_id`, [orderIds])
  for (const { order_id, ...holding } of holdings as (DatedHolding & { order_id: string })[]) posted.get(order_id)?.holdings.push(holding)
  const { rows: borne } = await connection.raw(
    `select e.order_id, j.event_at, e.line_item_id, e.linkage_version_id, e.producer_id, e.account as bearer, -sum(e.amount_fen)::float8 as amount_fen
     from ledger_journal j join ledger_entry e on e.journal_id = j.id where j.order_id = any(?) and e.account in ('platform', 'carrier')
     group by e.order_id, j.event_at, e.line_item_id, e.linkage_version_id, e.producer_id, e.account`, [orderIds])
  for (const { order_id, ...one } of borne as (DatedBorne & { order_id: string })[]) posted.get(order_id)?.borne.push(one)
  return posted
}
