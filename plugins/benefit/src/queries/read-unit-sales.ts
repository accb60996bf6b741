import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { profileAt, readProfiles } from "./read-profiles"

/** What was paid less refunded on one day for one organisation's orders of goods from one division, in fen. */
export interface UnitSale {
  organisation_id: string
  /** The day of payment in Asia/Shanghai, YYYY-MM-DD. */
  on: string
  /** Where the goods were from when they were ordered; null: not on record. */
  origin_code: string | null
  amount_fen: number
}

/** A day of payment as the ledger's own zone counts it. */
const LOCAL = (column: string) => `(${column} at time zone 'Asia/Shanghai')`

const SALES = `
  select l.organisation_id, l.order_id = any(:order_ids) as is_credited, min(l.order_id) as order_id, l.product_id, to_char(${LOCAL("s.at")}, 'YYYY-MM-DD') as "on", date_trunc('day', o.created_at) as placed_at, sum(s.amount_fen)::float8 as amount_fen
  from ledger_line l join ledger_sale s on s.line_item_id = l.line_item_id join "order" o on o.id = l.order_id
  where s.at >= :from and s.at < :to and (l.organisation_id = any(:organisation_ids) or l.order_id = any(:order_ids))
  group by l.organisation_id, is_credited, case when l.order_id = any(:order_ids) then l.order_id end, l.product_id, 5, 6`

interface SaleRow {
  organisation_id: string
  is_credited: boolean
  order_id: string
  product_id: string
  on: string
  placed_at: Date
  amount_fen: number
}

/**
 * Sums of what organisations paid in a span of time, from what the ledger keeps beside its entries: as many rows as there are days of payment and of
 * order and products, however many orders. `credits` are orders that count for another organisation than the one that placed them.
 */
export async function readUnitSales(container: MedusaContainer, scope: { organisation_ids: string[]; credits: { order_id: string; organisation_id: string }[]; from: Date; to: Date }): Promise<UnitSale[]> {
  const { credits, ...span } = scope
  const owners = new Map(credits.map(({ order_id, organisation_id }) => [order_id, organisation_id]))
  const { rows }: { rows: SaleRow[] } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(SALES, { ...span, order_ids: [...owners.keys()] } as never)
  const profiles = await readProfiles(container, rows.map(({ product_id }) => product_id))
  return rows.map(({ organisation_id, is_credited, order_id, product_id, on, placed_at, amount_fen }) => ({
    organisation_id: is_credited ? owners.get(order_id)! : organisation_id, on, amount_fen, origin_code: profileAt(profiles, product_id, new Date(placed_at))?.origin_code ?? null,
  }))
}
