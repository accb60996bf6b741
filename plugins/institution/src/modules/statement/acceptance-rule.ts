import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Entrant, EntryRow } from "../spending/entries"
import { rowsOf } from "../spending/sql"

export async function wantsSecond(connection: Knex, organisation_id: string): Promise<boolean> {
  return (await rowsOf(connection, "select 1 from acceptance_rule where organisation_id = :organisation_id and second_signature", { organisation_id })).length > 0
}

/** From now on; what waits for its second signature waits on. Saying it again writes nothing. */
export async function setSecond(transaction: Knex, organisation_id: string, second_signature: boolean, { side, by, at }: Entrant): Promise<void> {
  await transaction.raw("select pg_advisory_xact_lock(hashtextextended(?, 0))", [`acceptance-rule:${organisation_id}`])
  const before = await wantsSecond(transaction, organisation_id)
  if (before === second_signature) return
  await transaction.raw(`insert into acceptance_rule (organisation_id, second_signature, changed_by, changed_at) values (:organisation_id, :second_signature, :by, :at)
    on conflict (organisation_id) do update set second_signature = excluded.second_signature, changed_by = excluded.changed_by, changed_at = excluded.changed_at`, { organisation_id, second_signature, by, at } as never)
  await transaction.raw("insert into acceptance_rule_change (organisation_id, second_signature, before, side, changed_by, changed_at) values (:organisation_id, :second_signature, :before, :side, :by, :at)",
    { organisation_id, second_signature, before, side, by, at } as never)
}

/** Who changed the rule, the latest first. */
export async function readRuleChanges(connection: Knex, organisation_id: string): Promise<EntryRow[]> {
  return rowsOf(connection, `select 'second_signature' as what, null as year, null as purpose, null as on_day, second_signature::integer as value, before::integer as before, '' as evidence, side, changed_by as by, changed_at as at
    from acceptance_rule_change where organisation_id = :organisation_id order by id desc limit 20`, { organisation_id })
}
