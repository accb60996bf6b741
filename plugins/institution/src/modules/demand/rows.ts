import type { DemandInput, DemandLineInput, QualityDeduction } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { QuotedGoods } from "../../domain/demand/compare-quotes"
import type { DemandStage } from "../../domain/demand/decide-demand"

export interface DemandRow extends Omit<DemandInput, "lines"> {
  id: string
  number: string
  lines: DemandLineInput[]
  stage: DemandStage
  created_at: Date
  decided_at: Date | null
  quote_id: string | null
  reason: string | null
  agreement_id: string | null
}

export interface QuoteRow {
  id: string
  demand_id: string
  producer_id: string
  valid_to: string
  note: string
  quoted_at: Date
  lines: QuotedGoods[]
  deductions: QualityDeduction[]
}

export async function rowsOf<Row>(connection: Knex, sql: string, values: Record<string, unknown> = {}): Promise<Row[]> {
  return (await connection.raw(sql, values as never)).rows
}

export interface DemandWhere {
  ids?: string[]
  organisation_ids?: string[]
}

/** Newest first. */
export async function readDemands(connection: Knex, { ids, organisation_ids }: DemandWhere): Promise<DemandRow[]> {
  return rowsOf(connection, `select id, number, organisation_id, title, from_day, to_day, weekdays, quote_by, origin_code, note, lines, bulk, stage, created_at, decided_at, quote_id, reason, agreement_id from demand
    where (:ids::text[] is null or id = any(:ids)) and (:organisation_ids::text[] is null or organisation_id = any(:organisation_ids)) order by created_at desc, id limit 200`,
  { ids: ids ?? null, organisation_ids: organisation_ids ?? null })
}

/** Those that stand, with their lines, of these demands. */
export async function readQuotes(connection: Knex, demandIds: string[]): Promise<QuoteRow[]> {
  return rowsOf(connection, `select q.id, q.demand_id, q.producer_id, q.valid_to, q.note, q.deductions, q.quoted_at,
      json_agg(json_build_object('line', l.line, 'variant_id', l.variant_id, 'unit_price_fen', l.unit_price_fen, 'content_milli', l.content_milli) order by l.line) as lines
    from demand_quote q join demand_quote_line l on l.quote_id = q.id where q.demand_id = any(:demandIds) and q.withdrawn_at is null group by q.id order by q.quoted_at, q.id`, { demandIds })
}
