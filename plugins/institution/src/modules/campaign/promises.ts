import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { rowsOf } from "./sql"

/**
 * One at a time, in all processes: whoever promises pieces of these variants. Sorted, so that two never wait for each other.
 */
export async function lockVariants(transaction: Knex, variantIds: readonly string[]): Promise<void> {
  for (const id of [...new Set(variantIds)].sort()) await transaction.raw("select pg_advisory_xact_lock(hashtextextended(?, 0))", [`campaign-variant ${id}`])
}

/** Pieces that campaigns have promised to members and not ordered yet: core's reservations do not know of them. */
export async function readPromised(connection: Knex, variantIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await rowsOf<{ variant_id: string; pieces: number }>(connection, `
    select l.variant_id, sum(l.quantity * p.taken)::float8 as pieces from campaign_pack_line l join campaign_pack p on p.id = l.pack_id join campaign c on c.id = p.campaign_id
    where c.state in ('collecting', 'closed', 'approved') and l.variant_id = any(:variantIds) and p.taken > 0 group by 1`, { variantIds })
  return new Map(rows.map(({ variant_id, pieces }) => [variant_id, pieces]))
}
