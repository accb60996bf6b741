import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { regionPrefix } from "../domain/place"
import type { Movement } from "../domain/plan-roster"
import type { PeriodBounds } from "../domain/period"
import { HOUSEHOLD_TOTALS } from "../modules/ledger/household-totals"
import { withinRegions } from "./read-households"

/** Rows of a statement on the ledger; the tables are this plugin's own. */
async function rowsOf<Row>(container: MedusaContainer, sql: string, values: Record<string, unknown>): Promise<Row[]> {
  return (await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(sql, values as never)).rows
}

const STAGES = "('provisional', 'payable', 'settled')"
/** What became payable, paid out or not: a payout moves from the one to the other and changes nothing. */
const EARNED = "('payable', 'settled')"

export interface OrderShare {
  household_id: string | null
  account: "provisional" | "payable" | "settled"
  amount_fen: number
}

/** What each beneficiary holds of an order at each stage; null is suspense. */
export async function readOrderShares(container: MedusaContainer, orderId: string): Promise<OrderShare[]> {
  return await rowsOf(container, `select beneficiary_id as household_id, account, sum(amount_fen)::float8 as amount_fen
    from ledger_entry where journal_id in (select id from ledger_journal where order_id = :orderId) and account in ${STAGES} group by 1, 2`, { orderId })
}

export interface SummaryRow {
  /** County, or null for the whole. */
  code: string | null
  total_fen: number
  households: number
  orders: number
}

/** Benefit by county and in all, of a period or of all time. Households and orders count when something is left to them. */
export async function readSummary(container: MedusaContainer, bounds: PeriodBounds | null): Promise<SummaryRow[]> {
  return await rowsOf(container, `
    select left(h.region_code, 6) as code, coalesce(sum(s.amount), 0)::float8 as total_fen,
      count(distinct s.beneficiary_id) filter (where s.amount > 0)::integer as households, count(distinct s.order_id) filter (where s.amount > 0)::integer as orders
    from (
      select e.beneficiary_id, e.order_id, sum(e.amount_fen) as amount
      from ledger_entry e ${bounds ? "join ledger_journal j on j.id = e.journal_id and j.event_at >= :from and j.event_at < :to" : ""}
      where e.account in ${STAGES} and e.beneficiary_id is not null group by 1, 2
    ) s join household h on h.id = s.beneficiary_id
    group by grouping sets ((), (left(h.region_code, 6))) order by 2 desc`, { from: bounds?.from ?? null, to: bounds?.to ?? null })
}

/** Goods and freight paid less refunded, in fen, of a period or of all time. */
export async function readSales(container: MedusaContainer, bounds: PeriodBounds | null): Promise<number> {
  const at = "least(coalesce(f.occurred_at, x.created_at), coalesce(f.recorded_at, x.created_at))"
  const within = bounds ? `and ${at} >= :from and ${at} < :to` : ""
  const [row] = await rowsOf<{ fen: number }>(container, `
    select round(coalesce(sum(amount), 0) * 100)::float8 as fen from (
      select x.amount from capture x left join payment_fact f on f.capture_id = x.id where x.deleted_at is null ${within}
      union all
      select -x.amount from refund x left join payment_fact f on f.refund_id = x.id where x.deleted_at is null ${within}) paid`,
  { from: bounds?.from ?? null, to: bounds?.to ?? null })
  return row!.fen
}

/** Which beneficiaries and producers staff of some regions see; null is everywhere. */
export interface Scope {
  prefixes: string[] | null
  producer_ids: string[] | null
}

export async function readScope(container: MedusaContainer, regions: string[]): Promise<Scope> {
  if (regions.includes("*")) return { prefixes: null, producer_ids: null }
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "producer", fields: ["id"], filters: withinRegions(regions) })
  return { prefixes: regions.map((region) => `${regionPrefix(region)}%`), producer_ids: data.map(({ id }: { id: string }) => id) }
}

const IN_REGION = "(:prefixes::text[] is null or exists (select 1 from household h where h.id = e.beneficiary_id and h.region_code like any(:prefixes)))"
const SUSPENSE_IN_REGION = "(:producer_ids::text[] is null or e.producer_id = any(:producer_ids))"

/** Payable movements of every beneficiary in scope, by period, up to `period` itself. */
export async function readMovements(container: MedusaContainer, period: string, scope: Scope): Promise<Movement[]> {
  return await rowsOf(container, `select e.beneficiary_id as household_id, e.period, sum(e.amount_fen)::float8 as amount_fen
    from ${HOUSEHOLD_TOTALS} e where e.account in ${EARNED} and e.period <= :period and ${IN_REGION} group by 1, 2`, { period, ...scope })
}

/** Payable movements of the period that belong to nobody yet, by producers in scope. */
export async function readSuspense(container: MedusaContainer, bounds: PeriodBounds, scope: Scope): Promise<number> {
  const [row] = await rowsOf<{ fen: number }>(container, `select coalesce(sum(e.amount_fen), 0)::float8 as fen
    from ledger_entry e join ledger_journal j on j.id = e.journal_id
    where e.account in ${EARNED} and e.beneficiary_id is null and j.event_at >= :from and j.event_at < :to and ${SUSPENSE_IN_REGION}`, { from: bounds.from, to: bounds.to, ...scope })
  return row!.fen
}

/** The ledger's own total of the period: one plain sum, which the roster must reach by its rows. */
export async function readLedgerTotal(container: MedusaContainer, bounds: PeriodBounds, scope: Scope): Promise<number> {
  const [row] = await rowsOf<{ fen: number }>(container, `select coalesce(sum(e.amount_fen), 0)::float8 as fen from ledger_entry e
    where e.account in ${EARNED} and e.journal_id in (select id from ledger_journal where event_at >= :from and event_at < :to)
      and case when e.beneficiary_id is null then ${SUSPENSE_IN_REGION} else ${IN_REGION} end`, { from: bounds.from, to: bounds.to, ...scope })
  return row!.fen
}
