import type { Knex } from "@medusajs/framework/mikro-orm/knex"

export async function rowsOf<Row>(connection: Knex, sql: string, values: Record<string, unknown> = {}): Promise<Row[]> {
  return (await connection.raw(sql, values as never)).rows
}

/** One organisation's spending at a time, in every process; taken in order, so that two batches never wait for each other. */
export async function lockSpending(transaction: Knex, organisationIds: string[]): Promise<void> {
  await transaction.raw(`with ids as materialized (select distinct id from unnest(:ids::text[]) id order by id)
    select pg_advisory_xact_lock(hashtextextended('spending:' || id, 0)) from ids`, { ids: organisationIds } as never)
}
