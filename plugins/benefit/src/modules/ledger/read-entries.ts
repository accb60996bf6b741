import type { LedgerEntry, LedgerEntryList, LedgerEntryQuery } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { maskName } from "../../domain/mask"

export interface EntryFilter extends Omit<LedgerEntryQuery, "period" | "region"> {
  /** Event time in [from, to). */
  from?: Date
  to?: Date
  /** What region codes of the households must begin with; null: everywhere, suspense included. */
  region_prefixes: string[] | null
  /** What they must begin with besides, because somebody looks at one division. */
  within?: string
}

interface EntryRow extends Omit<LedgerEntry, "household" | "event_at" | "recorded_at"> {
  event_at: Date
  recorded_at: Date
  household_code: string | null
  household_kind: string
  household_name: string
}

/** Movements on households' stages with their totals; the producer's side of a journal is left out. Two queries. */
export async function readEntries(connection: Knex, filter: EntryFilter): Promise<LedgerEntryList> {
  const { where, values } = whereOf(filter)
  const from = `from ledger_entry e join ledger_journal j on j.id = e.journal_id where ${where}`
  const { rows: sums }: { rows: { stage: LedgerEntry["stage"]; count: number; fen: number }[] } = await connection.raw(
    `select e.account as stage, count(*)::integer as count, sum(e.amount_fen)::float8 as fen ${from} group by 1`, values)
  const inOrder = (j: string, id: string) => (filter.sort === "newest" ? `${j}.event_at desc, ${j}.recorded_at desc, ${j}.${id} desc` : `${j}.recorded_at, ${j}.${id}`)
  const { rows } = await connection.raw(
    `select p.*, o.display_id as order_number, h.code as household_code, h.kind as household_kind, h.name as household_name from (
       select e.journal_id || ':' || e.position as id, e.journal_id, e.order_id, e.line_item_id, e.beneficiary_id as household_id, e.account as stage, j.kind,
         e.amount_fen::float8 as amount_fen, j.event_at, j.recorded_at, e.position
       ${from} and (:stage::text is null or e.account = :stage) order by ${inOrder("j", "id")}, e.position offset :offset limit :limit) p
     left join "order" o on o.id = p.order_id left join household h on h.id = p.household_id
     order by ${inOrder("p", "journal_id")}, p.position`, values)
  const fen = (stage: LedgerEntry["stage"]) => sums.find((sum) => sum.stage === stage)?.fen ?? 0
  return {
    entries: (rows as EntryRow[]).map(entryOf),
    count: sums.filter(({ stage }) => !filter.stage || stage === filter.stage).reduce((sum, { count }) => sum + count, 0),
    totals: { provisional_fen: fen("provisional"), payable_fen: fen("payable"), settled_fen: fen("settled") },
  }
}

function whereOf(filter: EntryFilter) {
  const where = `e.account in ('provisional', 'payable', 'settled')
    and (:order_id::text is null or j.order_id = :order_id) and (:household_id::text is null or e.beneficiary_id = :household_id)
    and (:order_number::integer is null or j.order_id in (select o.id from "order" o where o.display_id = :order_number))
    and (:household_code::text is null or e.beneficiary_id in (select h.id from household h where h.code = :household_code and h.deleted_at is null))
    and (:from::timestamptz is null or j.event_at >= :from) and (:to::timestamptz is null or j.event_at < :to)
    and (:prefixes::text[] is null or exists (select 1 from household h, unnest(:prefixes::text[]) within where h.id = e.beneficiary_id and h.region_code like within || '%'))
    and (:within::text is null or exists (select 1 from household h where h.id = e.beneficiary_id and h.region_code like :within || '%'))
    and (:kind::text is null or j.kind = :kind) and (:producer_id::text is null or e.producer_id = :producer_id)
    and (coalesce(:product_id, :organisation_id, :source) is null or exists (select 1 from ledger_line l where l.line_item_id = e.line_item_id
      and (:product_id::text is null or l.product_id = :product_id) and (:organisation_id::text is null or l.organisation_id = :organisation_id) and (:source::text is null or l.source = :source)))`
  const values = {
    order_id: filter.order_id ?? null, order_number: filter.order_number ?? null, household_id: filter.household_id ?? null, household_code: filter.household_code ?? null,
    from: filter.from ?? null, to: filter.to ?? null, stage: filter.stage ?? null, prefixes: filter.region_prefixes,
    within: filter.within ?? null, kind: filter.kind ?? null, producer_id: filter.producer_id ?? null, product_id: filter.product_id ?? null, organisation_id: filter.organisation_id ?? null, source: filter.source ?? null,
    offset: filter.offset, limit: filter.limit,
  }
  return { where, values }
}

function entryOf({ household_code, household_kind, household_name, event_at, recorded_at, ...row }: EntryRow): LedgerEntry {
  const name = household_kind === "collective" ? household_name : maskName(household_name ?? "")
  return { ...row, household: household_code === null ? null : { code: household_code, name }, event_at: event_at.toISOString(), recorded_at: recorded_at.toISOString() }
}
