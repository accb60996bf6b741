import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { PayeeSum } from "../../domain/filing/plan-filing-roster"
import type { FilingRow } from "./rows"

/** A filing whose contents are asked for, and the producers whose suspense lies in its unit's region. */
export interface Asked {
  filing: FilingRow
  producer_ids: string[]
  /** First moment of the unit's first period. */
  since: Date
}

const STAGES = "('provisional', 'payable', 'settled')"
const COLUMNS = "e.journal_id, e.position, e.beneficiary_id, e.account, e.amount_fen, e.order_id, j.kind, j.event_at, j.reverses, l.height"
const JOURNAL = "join ledger_journal j on j.id = e.journal_id left join ledger_leaf l on l.journal_id = e.journal_id"

/** Of a region's unit its own people, and suspense where its producer is; of an organisation whatever it bought. */
const IN_UNIT = (filing: FilingRow) => (filing.unit.kind === "organisation"
  ? `e.order_id in (select o.id from "order" o where o.metadata ->> 'organisation_id' = :organisation_id)`
  : "case when e.beneficiary_id is null then e.producer_id = any(:producer_ids::text[]) else e.beneficiary_id in (select h.id from household h where h.region_code like :prefix) end")

/** Filed already: by this unit, or by one of quite another region (a household that moved stays where it was filed). */
const FILED = (filing: FilingRow) => `exists (select 1 from filing_entry x join reporting_unit u on u.id = x.unit_id where x.journal_id = e.journal_id and x.position = e.position
  and (x.unit_id = :unit_id ${filing.unit.kind === "organisation" ? "" : "or (u.kind <> 'organisation' and not starts_with(u.region_prefix, :region_prefix) and not starts_with(:region_prefix, u.region_prefix))"}))`

/**
 * What a filing contains, one row for each movement on a stage of a beneficiary. Accepted: what was frozen. Submitted: what was sealed by then.
 * Else: all up to the period's end that no accepted filing holds; the late ones of earlier periods too.
 */
export function contentOf({ filing, producer_ids, since }: Asked): { sql: string; values: Record<string, unknown> } {
  if (filing.state === "accepted") return { sql: `select ${COLUMNS} from filing_entry f join ledger_entry e on e.journal_id = f.journal_id and e.position = f.position ${JOURNAL} where f.filing_id = :filing_id`, values: { filing_id: filing.id } }
  const { unit } = filing
  // Periods still open before this one keep what falls in them.
  const from = filing.earlier && filing.earlier.state !== "accepted" ? filing.from_at : since
  return {
    sql: `select ${COLUMNS} from ledger_entry e ${JOURNAL}
      where j.event_at >= :since and j.event_at < :to_at and e.account in ${STAGES} and ${IN_UNIT(filing)} and not ${FILED(filing)}${filing.state === "submitted" ? " and l.height <= :height" : ""}`,
    values: {
      since: from, to_at: filing.to_at, unit_id: unit.id, height: filing.sealed_height ?? 0,
      ...(unit.kind === "organisation" ? { organisation_id: unit.organisation_id } : { producer_ids, prefix: `${unit.region_prefix}%`, region_prefix: unit.region_prefix }),
    },
  }
}

export interface ContentSums {
  journals: number
  entries: number
  orders: number
  households: number
  unsealed: number
  provisional_fen: number
  suspense_fen: number
  /** All that counts in 附件1, suspense included: one plain sum, which the roster must reach by its rows. */
  earned_fen: number
  /** Hash of all of it, in order. */
  digest: string
}

/** What counts in 附件1: what became payable, paid out or not; or what was paid out. */
export const countedIn = (stage: FilingRow["stage"]): string => (stage === "settled" ? "c.account = 'settled'" : "c.account in ('payable', 'settled')")

export async function readSums(connection: Knex, asked: Asked): Promise<ContentSums> {
  const { sql, values } = contentOf(asked)
  const counted = countedIn(asked.filing.stage)
  const { rows: [sums] } = await connection.raw(
    `select count(distinct c.journal_id)::integer as journals, count(*)::integer as entries, count(distinct c.order_id)::integer as orders, count(distinct c.beneficiary_id)::integer as households,
       count(distinct c.journal_id) filter (where c.height is null)::integer as unsealed, coalesce(sum(c.amount_fen) filter (where c.account = 'provisional'), 0)::float8 as provisional_fen,
       coalesce(sum(c.amount_fen) filter (where ${counted} and c.beneficiary_id is null), 0)::float8 as suspense_fen, coalesce(sum(c.amount_fen) filter (where ${counted}), 0)::float8 as earned_fen,
       encode(sha256(convert_to(coalesce(string_agg(concat_ws('|', c.journal_id, c.position, c.beneficiary_id, c.account, c.amount_fen), ',' order by c.journal_id, c.position), ''), 'UTF8')), 'hex') as digest
     from (${sql}) c`, values as never)
  return sums
}

/** What each beneficiary earned in a filing. */
export async function readEarned(connection: Knex, asked: Asked): Promise<(PayeeSum & { is_collective: boolean })[]> {
  const { sql, values } = contentOf(asked)
  const { rows } = await connection.raw(
    `select c.beneficiary_id as household_id, sum(c.amount_fen)::float8 as amount_fen, bool_or(h.kind = 'collective') as is_collective
     from (${sql}) c join household h on h.id = c.beneficiary_id where ${countedIn(asked.filing.stage)} group by 1 order by min(h.code)`, values as never)
  return rows
}

/** What the unit's filing before this one left owing. */
export async function readBrought(connection: Knex, filing: FilingRow): Promise<PayeeSum[]> {
  if (filing.earlier?.state !== "accepted") return []
  const { rows } = await connection.raw("select household_id, owing_fen::float8 as amount_fen from filing_payee where filing_id = ? and owing_fen < 0 order by 1", [filing.earlier.id])
  return rows
}
