import type { LedgerEntry } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"

export interface EntryFilter {
  order_id?: string
  household_id?: string
  /** Event time in [from, to). */
  from?: Date
  to?: Date
  /** What region codes of the households must begin with; null: everywhere, suspense included. */
  region_prefixes: string[] | null
  offset: number
  limit: number
}

export interface EntryPage {
  entries: LedgerEntry[]
  count: number
}

/** Movements on households' stages, oldest first; the producer's side of a journal is left out. */
export async function readEntries(connection: Knex, filter: EntryFilter): Promise<EntryPage> {
  const where = `e.account <> 'obligation'
    and (:order_id::text is null or j.order_id = :order_id) and (:household_id::text is null or e.beneficiary_id = :household_id)
    and (:from::timestamptz is null or j.event_at >= :from) and (:to::timestamptz is null or j.event_at < :to)
    and (:prefixes::text[] is null or exists (select 1 from household h, unnest(:prefixes::text[]) within where h.id = e.beneficiary_id and h.region_code like within || '%'))`
  const values = {
    order_id: filter.order_id ?? null, household_id: filter.household_id ?? null, from: filter.from ?? null, to: filter.to ?? null,
    prefixes: filter.region_prefixes, offset: filter.offset, limit: filter.limit,
  }
  const from = `from ledger_entry e join ledger_journal j on j.id = e.journal_id where ${where}`
  const counted = await connection.raw(`select count(*)::integer as count ${from}`, values)
  const { rows } = await connection.raw(
    `select e.journal_id || ':' || e.position as id, e.journal_id, e.order_id, e.line_item_id, e.beneficiary_id as household_id, e.account as stage, j.kind,
       e.amount_fen::float8 as amount_fen, j.event_at, j.recorded_at ${from} order by j.recorded_at, j.id, e.position offset :offset limit :limit`, values)
  const entries = (rows as (Omit<LedgerEntry, "event_at" | "recorded_at"> & { event_at: Date; recorded_at: Date })[])
    .map((row) => ({ ...row, event_at: row.event_at.toISOString(), recorded_at: row.recorded_at.toISOString() }))
  return { entries, count: counted.rows[0].count }
}
