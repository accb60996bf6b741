import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Journal } from "../../domain/journal"

/**
 * Appends journals with their entries, two statements however many. The database itself refuses a journal that does not sum to
 * zero and a key that is taken: a second worker that planned the same fails here and plans again.
 */
export async function appendJournals(transaction: Knex, journals: Journal[]): Promise<void> {
  if (journals.length === 0) return
  const heads = journals.map(({ entries: _entries, ...head }) => head)
  await transaction.raw(
    `insert into ledger_journal (id, idempotency_key, input_hash, kind, order_id, source_ids, source_ats, rule_version, reverses, event_at)
     select id, idempotency_key, input_hash, kind, order_id, source_ids, source_ats, rule_version, reverses, event_at
     from jsonb_to_recordset(?::jsonb) as j(id text, idempotency_key text, input_hash text, kind text, order_id text, source_ids text[], source_ats timestamptz[], rule_version integer, reverses text, event_at timestamptz)`,
    [JSON.stringify(heads)])
  const rows = journals.flatMap(({ id, order_id, entries }) => entries.map((entry) => ({ ...entry, journal_id: id, order_id })))
  await transaction.raw(
    `insert into ledger_entry (journal_id, account, beneficiary_id, producer_id, linkage_version_id, order_id, line_item_id, amount_fen)
     select journal_id, account, beneficiary_id, producer_id, linkage_version_id, order_id, line_item_id, amount_fen
     from jsonb_to_recordset(?::jsonb) as e(journal_id text, account text, beneficiary_id text, producer_id text, linkage_version_id text, order_id text, line_item_id text, amount_fen bigint)`,
    [JSON.stringify(rows)])
}
