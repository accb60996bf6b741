import type { RosterStage } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { FilingState } from "../../domain/filing/decide-filing"
import type { ReportingSetting } from "../../domain/filing/reporting-setting"

export interface UnitRow {
  id: string
  name: string
  kind: "town" | "office" | "organisation"
  region_code: string
  region_prefix: string
  organisation_id: string | null
  parent_id: string | null
  parent_name: string | null
  parent_region: string | null
  contact: string | null
  since: string
  until: string | null
  remind_days: number
  has_filed: boolean
}

/** A filing with its unit, and what its unit's filing before it holds. */
export interface FilingRow {
  id: string
  unit_id: string
  unit: UnitRow
  period: string
  state: FilingState
  version: number
  from_at: Date
  to_at: Date
  due_at: Date
  stage: RosterStage
  submitted_at: Date | null
  submitted_by: string | null
  is_late: boolean | null
  sealed_height: number | null
  seal_root: string | null
  read_at: Date | null
  entries: number | null
  digest: string | null
  earned_fen: number | null
  rows_fen: number | null
  payees: number | null
  accepted_at: Date | null
  accepted_by: string | null
  /** The unit's filing before this one; null for its first. */
  earlier: { id: string; state: FilingState; read_at: Date | null } | null
}

const UNIT = `(select u.*, p.name as parent_name, p.region_code as parent_region,
  exists (select 1 from filing f where f.unit_id = u.id and (f.state <> 'open' or f.version > 0)) as has_filed
  from reporting_unit u left join reporting_unit p on p.id = u.parent_id) u`

const FILING = `select f.*, f.sealed_height::float8 as sealed_height, f.earned_fen::float8 as earned_fen, f.rows_fen::float8 as rows_fen, to_jsonb(u) as unit,
    (select jsonb_build_object('id', b.id, 'state', b.state, 'read_at', b.read_at) from filing b where b.unit_id = f.unit_id and b.period < f.period order by b.period desc limit 1) as earlier
  from filing f join ${UNIT} on u.id = f.unit_id`

const filingOf = (row: FilingRow): FilingRow => ({ ...row, earlier: row.earlier && { ...row.earlier, read_at: row.earlier.read_at && new Date(row.earlier.read_at) } })

/** Every unit, wider regions first. */
export async function readUnits(connection: Knex, ids?: string[]): Promise<UnitRow[]> {
  const { rows } = await connection.raw(`select * from ${UNIT} where :ids::text[] is null or u.id = any(:ids) order by u.region_prefix, u.kind, u.name`, { ids: ids ?? null } as never)
  return rows
}

export async function readSettings(connection: Knex): Promise<ReportingSetting[]> {
  const { rows } = await connection.raw("select * from reporting_setting order by region_code, valid_from desc")
  return rows
}

export interface FilingFilter {
  ids?: string[]
  period?: string
  unit_id?: string
  /** Those that buying organisations file for themselves. */
  organisation_ids?: string[]
  state?: FilingState
  /** Prefixes of regions; null: everywhere. */
  prefixes: string[] | null
  /** Only those that are not submitted though due by then. */
  overdue_at?: Date
}

const WHERE = `(:ids::text[] is null or f.id = any(:ids)) and (:period::text is null or f.period = :period) and (:unit_id::text is null or f.unit_id = :unit_id)
  and (:organisation_ids::text[] is null or u.organisation_id = any(:organisation_ids))
  and (:state::text is null or f.state = :state) and (:prefixes::text[] is null or u.region_code like any(:prefixes))
  and (:overdue_at::timestamptz is null or (f.due_at <= :overdue_at and f.state in ('open', 'returned')))`

/** Filings with their units; newest period first, wider regions first within it. */
export async function readFilings(connection: Knex, filter: FilingFilter, page?: { offset: number; limit: number }): Promise<{ filings: FilingRow[]; count: number; periods: string[] }> {
  const values = {
    ids: filter.ids ?? null, period: filter.period ?? null, unit_id: filter.unit_id ?? null, organisation_ids: filter.organisation_ids ?? null, state: filter.state ?? null, prefixes: filter.prefixes, overdue_at: filter.overdue_at ?? null,
    offset: page?.offset ?? 0, limit: page?.limit ?? null,
  }
  const { rows } = await connection.raw(`${FILING} where ${WHERE} order by f.period desc, u.region_prefix, u.kind, u.name offset :offset limit :limit`, values as never)
  const { rows: [{ count }] } = await connection.raw(`select count(*)::integer as count from filing f join reporting_unit u on u.id = f.unit_id where ${WHERE}`, values as never)
  const { rows: periods } = await connection.raw("select distinct f.period from filing f join reporting_unit u on u.id = f.unit_id where :prefixes::text[] is null or u.region_code like any(:prefixes) order by 1 desc", { prefixes: filter.prefixes } as never)
  return { filings: rows.map(filingOf), count, periods: (periods as { period: string }[]).map(({ period }) => period) }
}

/** One filing; null when there is none. `lock` holds its row until the transaction ends. */
export async function readFiling(connection: Knex, id: string, lock = false): Promise<FilingRow | null> {
  if (lock) await connection.raw("select 1 from filing where id = ? for update", [id])
  const { rows } = await connection.raw(`${FILING} where f.id = ?`, [id])
  return rows[0] ? filingOf(rows[0]) : null
}

/** What the office answered to a unit that files for itself. */
export interface FilingAnswer {
  id: string
  filing_id: string
  organisation_id: string
  period: string
  act: "returned" | "accepted"
  note: string
}

/** Answers since a moment, to organisations alone. */
export async function readAnswers(connection: Knex, since: Date): Promise<FilingAnswer[]> {
  const { rows } = await connection.raw(`select s.id::text as id, s.filing_id, u.organisation_id, f.period, s.act, s.note from filing_step s join filing f on f.id = s.filing_id join reporting_unit u on u.id = f.unit_id
    where u.organisation_id is not null and s.act in ('returned', 'accepted') and s.at > ? order by s.id`, [since])
  return rows
}
