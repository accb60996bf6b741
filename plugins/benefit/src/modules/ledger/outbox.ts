import type { Knex } from "@medusajs/framework/mikro-orm/knex"

export interface Claimed {
  ids: string[]
  order_ids: string[]
}

/**
 * Takes up to `limit` rows that no other worker holds and answers their orders, sorted. The rows are gone when the caller's
 * transaction commits, and back when it does not. A collection without an order (the money came first) is let go: the row that
 * links them will be noted too.
 */
export async function claimOutbox(transaction: Knex, limit: number): Promise<Claimed> {
  const { rows } = await transaction.raw(
    `delete from ledger_outbox where id in (select id from ledger_outbox where due_at <= now() order by id limit ? for update skip locked)
     returning id::text, payment_collection_id, order_id`, [limit])
  const claimed = rows as { id: string; payment_collection_id: string | null; order_id: string | null }[]
  const collections = claimed.flatMap(({ payment_collection_id }) => payment_collection_id ?? [])
  const linked = await transaction.raw("select order_id from order_payment_collection where payment_collection_id = any(?) and deleted_at is null", [collections])
  const orders = [...claimed.flatMap(({ order_id }) => order_id ?? []), ...(linked.rows as { order_id: string }[]).map(({ order_id }) => order_id)]
  return { ids: claimed.map(({ id }) => id), order_ids: [...new Set(orders)].sort() }
}

/** Puts a row that could not be posted aside: longer each time, at most an hour, with what went wrong. */
export async function deferOutbox(connection: Knex, ids: string[], error: string): Promise<void> {
  await connection.raw(
    `update ledger_outbox set attempts = attempts + 1, last_error = ?, due_at = now() + least(interval '1 hour', interval '5 seconds' * power(2, attempts))
     where id = any(?::bigint[])`, [error.slice(0, 500), ids])
}

/** One order after another, in the order given, so that two workers never wait for each other in a circle. */
export async function lockOrders(transaction: Knex, orderIds: string[]): Promise<void> {
  await transaction.raw("select pg_advisory_xact_lock(hashtextextended('ledger:' || id, 0)) from unnest(?::text[]) with ordinality as o(id, place) order by place", [orderIds])
}

/** Orders with money or postings after `after`, in id order: what a sweep looks at. */
export async function readOrderPage(connection: Knex, after: string, limit: number): Promise<string[]> {
  const { rows } = await connection.raw(
    `select id from (
       select order_id as id from order_payment_collection opc join payment p on p.payment_collection_id = opc.payment_collection_id
         where opc.order_id > ? and exists (select 1 from capture c where c.payment_id = p.id)
       union select order_id from ledger_journal where order_id > ?
     ) o order by id limit ?`, [after, after, limit])
  return (rows as { id: string }[]).map(({ id }) => id)
}
