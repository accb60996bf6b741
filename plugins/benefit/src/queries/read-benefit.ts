import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { PeriodBounds } from "../domain/period"

/** Rows of a statement on the ledger; the tables are this plugin's own. */
async function rowsOf<Row>(container: MedusaContainer, sql: string, values: Record<string, unknown>): Promise<Row[]> {
  return (await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(sql, values as never)).rows
}

const STAGES = "('provisional', 'payable', 'settled')"

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
