import type { LedgerState } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { readLastBlock } from "./sealer"
import type { ResolveLinkages } from "./service"
import { verifyOrders } from "./verify-orders"

/** Orders planned again at most; a ledger that owes more than this is in trouble that `verify` names in full. */
const LOOKED_AT = 1_000

/** Both directions of completeness over the last days (invariant 2), and what is sealed. Only orders with a capture that no journal names are planned again. */
export async function readCompleteness(connection: Knex, resolve: ResolveLinkages, now: Date, defaultDays: number, days: number): Promise<LedgerState> {
  const { rows: candidates }: { rows: { order_id: string }[] } = await connection.raw(
    `select distinct opc.order_id from capture c join payment p on p.id = c.payment_id join order_payment_collection opc on opc.payment_collection_id = p.payment_collection_id and opc.deleted_at is null
     where c.deleted_at is null and c.created_at > now() - make_interval(days => ?) and c.created_at < now() - interval '1 minute'
       and not exists (select 1 from ledger_journal j where j.order_id = opc.order_id and c.id = any(j.source_ids)) limit ?`, [days, LOOKED_AT])
  const ids = candidates.map(({ order_id }) => order_id)
  const { unaccrued_captures } = ids.length === 0 ? { unaccrued_captures: 0 } : await verifyOrders(connection, ids, resolve, now, defaultDays)
  const { rows: [counted] } = await connection.raw(
    `select (select count(*) from ledger_seal_queue)::integer as unsealed,
       (select count(*) from ledger_journal j where j.kind = 'sale' and j.event_at > now() - make_interval(days => ?) and not exists (
         select 1 from order_payment_collection opc join payment p on p.payment_collection_id = opc.payment_collection_id
         join capture c on c.payment_id = p.id and c.deleted_at is null where opc.order_id = j.order_id))::integer as bare`, [days])
  return { days, unaccrued_captures, sales_without_capture: counted.bare, unsealed_journals: counted.unsealed, block: await readLastBlock(connection) }
}
