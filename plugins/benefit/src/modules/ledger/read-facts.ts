import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { LineFacts, OrderFacts, Terms } from "../../domain/order-facts"
import { readAcceptances } from "./read-acceptances"
import { readMoney } from "./read-money"

/** Facts of an order before its producers are known; `is_confirmed` false: a capture or refund is still under way. */
export interface ReadOrder {
  facts: OrderFacts
  is_confirmed: boolean
}

interface VersionRow {
  order_id: string
  line_id: string
  product_id: string | null
  variant_id: string | null
  is_live: boolean
  quantity: string
  returned_quantity: string
  unit_price: string
  is_tax_inclusive: boolean
  tax_rate: string
  discounts: Terms["discounts"]
}

/**
 * Everything the ledger must know of these orders, in a handful of queries however many there are. Lines and shipping are read at
 * the order's version; earlier versions of a line only tell what was edited away.
 */
export async function readOrders(connection: Knex, orderIds: string[], defaultDays: number): Promise<ReadOrder[]> {
  const [heads, lines, shipping, money, acceptances] = [
    await readHeads(connection, orderIds), await readLines(connection, orderIds), await readShipping(connection, orderIds),
    await readMoney(connection, orderIds), await readAcceptances(connection, orderIds, defaultDays),
  ]
  return heads.map(({ order_id, ...head }) => {
    const { captures, refunds, is_confirmed } = money.get(order_id) ?? { captures: [], refunds: [], is_confirmed: true }
    const facts = {
      order_id, ...head, captures, refunds,
      lines: linesOf(lines.filter((row) => row.order_id === order_id)),
      shipping: shipping.filter((row) => row.order_id === order_id).map(termsOf),
      acceptances: acceptances.get(order_id) ?? [],
    }
    return { facts, is_confirmed }
  })
}

async function readHeads(connection: Knex, orderIds: string[]): Promise<Pick<OrderFacts, "order_id" | "placed_at" | "version" | "version_at">[]> {
  const { rows } = await connection.raw(
    `select o.id as order_id, o.created_at as placed_at, o.version, coalesce(max(c.confirmed_at), o.created_at) as version_at
     from "order" o left join order_change c on c.order_id = o.id and c.version = o.version and c.deleted_at is null
     where o.id = any(?) and o.deleted_at is null group by o.id order by o.id`, [orderIds])
  return rows
}

const DISCOUNTS = (table: string, column: string, inclusive: string) => `
  coalesce((select jsonb_agg(jsonb_build_object('amount', a.amount::text, 'is_tax_inclusive', ${inclusive},
    'borne_by', case when coalesce(p.metadata->>'borne_by', 'producer') = 'producer' then 'producer' else 'other' end) order by a.id)
    from ${table} a left join promotion p on p.id = a.promotion_id
    where a.${column} = l.id and a.version = v.version and a.deleted_at is null), '[]') as discounts`

async function readLines(connection: Knex, orderIds: string[]): Promise<VersionRow[]> {
  const { rows } = await connection.raw(
    `select v.order_id, l.id as line_id, l.product_id, l.variant_id, v.version = o.version as is_live, v.quantity::text,
       (v.return_received_quantity + v.return_dismissed_quantity + v.written_off_quantity)::text as returned_quantity,
       coalesce(v.unit_price, l.unit_price, 0)::text as unit_price, l.is_tax_inclusive,
       coalesce((select sum(t.rate) from order_line_item_tax_line t where t.item_id = l.id and t.deleted_at is null), 0)::text as tax_rate,
       ${DISCOUNTS("order_line_item_adjustment", "item_id", "a.is_tax_inclusive")}
     from "order" o join order_item v on v.order_id = o.id and v.version <= o.version and v.deleted_at is null join order_line_item l on l.id = v.item_id
     where o.id = any(?) order by v.order_id, l.id, v.version`, [orderIds])
  return rows
}

/** What the buyer pays for carriage; the fee of a return is no part of the sale. */
async function readShipping(connection: Knex, orderIds: string[]): Promise<VersionRow[]> {
  const { rows } = await connection.raw(
    `select v.order_id, l.id as line_id, '1' as quantity, l.amount::text as unit_price, l.is_tax_inclusive,
       coalesce((select sum(t.rate) from order_shipping_method_tax_line t where t.shipping_method_id = l.id and t.deleted_at is null), 0)::text as tax_rate,
       ${DISCOUNTS("order_shipping_method_adjustment", "shipping_method_id", "l.is_tax_inclusive")}
     from "order" o join order_shipping v on v.order_id = o.id and v.version = o.version and v.deleted_at is null and v.return_id is null
     join order_shipping_method l on l.id = v.shipping_method_id
     where o.id = any(?) order by v.order_id, l.id`, [orderIds])
  return rows
}

function linesOf(rows: VersionRow[]): LineFacts[] {
  const ids = [...new Set(rows.map(({ line_id }) => line_id))]
  return ids.map((line_id) => {
    const versions = rows.filter((row) => row.line_id === line_id)
    const live = versions.find(({ is_live }) => is_live)
    const latest = live ?? versions.at(-1)!
    return {
      line_id, product_id: latest.product_id, variant_id: latest.variant_id, producer_id: null,
      live: live ? termsOf(live) : { ...termsOf(latest), quantity: 0, discounts: [] },
      earlier: versions.filter((row) => row !== live).map(termsOf),
      returned_quantity: Number(live?.returned_quantity ?? 0),
    }
  })
}

function termsOf({ quantity, unit_price, is_tax_inclusive, tax_rate, discounts }: VersionRow): Terms {
  return { quantity: Number(quantity), unit_price, is_tax_inclusive, tax_rate, discounts }
}
