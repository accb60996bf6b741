import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"

/** Numbered after the last round of its date; all of a date's rounds are numbered under the lock of its standing order. */
export async function insertRound(manager: EntityManager, occurrenceId: string, edits: Record<string, number>, cutoffOn: string): Promise<string> {
  await manager.execute("select 1 from standing_order where id = (select standing_order_id from occurrence where id = ?) for update", [occurrenceId])
  const [row]: { id: string }[] = await manager.execute(`insert into occurrence (id, standing_order_id, delivery_date, round, cutoff_on, state, edits, order_ids)
    select ?, o.standing_order_id, o.delivery_date, (select max(r.round) + 1 from occurrence r where r.standing_order_id = o.standing_order_id and r.delivery_date = o.delivery_date),
      ?, 'planned', ?::jsonb, '{}' from occurrence o where o.id = ? returning id`, [generateEntityId(undefined, "occ"), cutoffOn, JSON.stringify(edits), occurrenceId])
  return row!.id
}
