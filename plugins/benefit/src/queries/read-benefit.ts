import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { PeriodBounds } from "../domain/period"
import { HOUSEHOLD_TOTALS } from "../modules/ledger/household-totals"

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
}

/** Benefit by county and in all, of a filing period or of all time, from the folded totals. Households count when something is left to them. */
export async function readSummary(container: MedusaContainer, period: string | null): Promise<SummaryRow[]> {
  return await rowsOf(container, `
    select left(h.region_code, 6) as code, coalesce(sum(s.amount), 0)::float8 as total_fen, count(*) filter (where s.amount > 0)::integer as households
    from (select t.beneficiary_id, sum(t.amount_fen) as amount from ${HOUSEHOLD_TOTALS} t where :period::text is null or t.period = :period group by 1) s
    join household h on h.id = s.beneficiary_id
    group by grouping sets ((), (left(h.region_code, 6))) order by 2 desc`, { period })
}

/** Orders that helped somebody and of whose price something is left, of a period or of all time. */
export async function readHelpfulOrders(container: MedusaContainer, bounds: PeriodBounds | null): Promise<number> {
  const within = bounds ? "where s.at >= :from and s.at < :to" : ""
  const [row] = await rowsOf<{ orders: number }>(container, `
    select count(*)::integer as orders from (
      select l.order_id from ledger_sale s join ledger_line l on l.line_item_id = s.line_item_id ${within} group by l.order_id having sum(s.amount_fen) > 0) o
    where exists (select 1 from ledger_journal j where j.order_id = o.order_id and j.kind = 'sale')`, { from: bounds?.from ?? null, to: bounds?.to ?? null })
  return row!.orders
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
