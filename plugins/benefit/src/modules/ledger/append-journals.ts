import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Journal } from "../../domain/journal"

const COLUMNS = ["journal_id", "position", "account", "beneficiary_id", "producer_id", "linkage_version_id", "order_id", "line_item_id", "amount_fen"] as const

/**
 * Appends journals with their entries in one statement, however many. The database itself refuses a journal that does not sum to
 * zero and a key that is taken: a second worker that planned the same fails here and plans again.
 */
export async function appendJournals(transaction: Knex, journals: Journal[]): Promise<void> {
  if (journals.length === 0) return
  const heads = journals.map(({ entries: _entries, ...head }) => head)
  const rows = journals.flatMap(({ id, order_id, entries }) => entries.map((entry, position) => ({ ...entry, journal_id: id, position, order_id: entry.order_id ?? order_id })))
  await transaction.raw(
    `with journals as (
       insert into ledger_journal (id, idempotency_key, input_hash, kind, order_id, source_ids, source_ats, rule_version, reverses, event_at)
       select id, idempotency_key, input_hash, kind, order_id, source_ids, source_ats, rule_version, reverses, event_at
       from jsonb_to_recordset(?::jsonb) as j(id text, idempotency_key text, input_hash text, kind text, order_id text, source_ids text[], source_ats timestamptz[], rule_version integer, reverses text, event_at timestamptz))
     insert into ledger_entry (${COLUMNS.join(", ")})
     select * from unnest(?::text[], ?::smallint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[])`,
    [JSON.stringify(heads), ...COLUMNS.map((column) => rows.map((row) => row[column]) as string[])])
}
