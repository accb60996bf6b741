import { refusal } from "@fupin/access"
import type { GroupBuyState, GroupBuyTier } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Hold } from "../../domain/plan-hold"
import type { SettlingOrder, SettlingPart } from "../../domain/group-buy/plan-settlement"
import { rowsOf } from "../campaign/sql"

export interface GroupBuyRow {
  id: string
  title: string
  note: string
  variant_id: string
  producer_id: string
  region_code: string
  starts_at: Date
  ends_at: Date
  tiers: GroupBuyTier[]
  capacity: number
  per_buyer_cap: number
  state: GroupBuyState
  holds: Hold[]
  units: number | null
  final_price_fen: number | null
  reason: string | null
}

/** What core says of the order a part became, beside what settling reads of it. */
export interface PartOrderRow extends SettlingOrder {
  display_id: number
  payment_id: string | null
  provider_id: string | null
  line_id: string | null
  /** Of ours, left by a process that died. */
  begun_change_id: string | null
}

export interface PartRow extends SettlingPart {
  id: string
  group_buy_id: string
  customer_id: string
  organisation_id: string | null
  cart_id: string
  opening_price_fen: number
  created_at: Date
  ready_at: Date | null
  problem: string | null
  order: PartOrderRow | null
}

const GROUP_BUY = `select id, title, note, variant_id, producer_id, region_code, starts_at, ends_at, tiers, capacity, per_buyer_cap, state, holds, units, final_price_fen::float8 as final_price_fen, reason from group_buy`

/** Fen of core's decimal yuan. */
const fen = (sum: string) => `coalesce(round(${sum} * 100), 0)::float8`

/** Whatever became of a part's cart is found where core writes it, in the same query: nobody need tell us that an order was placed or paid. */
const PART = `
  select p.id, p.group_buy_id, p.customer_id, p.organisation_id, p.cart_id, p.quantity, p.opening_price_fen::float8 as opening_price_fen, p.created_at, p.expires_at, p.ready_at, p.claimed_at,
    p.leaving_at, p.counted, p.outcome, p.problem,
    case when o.id is null then null else jsonb_build_object(
      'id', o.id, 'display_id', o.display_id, 'is_cancelled', o.status = 'canceled', 'due_fen', paid.due, 'captured_fen', paid.captured, 'refunded_fen', paid.refunded,
      'is_confirmed', paid.captured = moved.captured and paid.refunded = moved.refunded, 'returned_fen', moved.returned, 'payment_id', moved.payment_id, 'provider_id', moved.provider_id,
      'line_id', line.id, 'unit_price_fen', line.unit_price,
      'begun_change_id', (select c.id from order_change c where c.order_id = o.id and c.status in ('pending', 'requested') and c.created_by = p.id and c.deleted_at is null limit 1),
      'is_being_edited', exists (select 1 from order_change c where c.order_id = o.id and c.status in ('pending', 'requested') and c.created_by is distinct from p.id and c.deleted_at is null)) end as "order"
  from group_buy_part p
  left join order_cart l on l.cart_id = p.cart_id and l.deleted_at is null
  left join "order" o on o.id = l.order_id and o.deleted_at is null
  left join lateral (
    select ${fen("sum(c.amount)")} as due, ${fen("sum(c.captured_amount)")} as captured, ${fen("sum(c.refunded_amount)")} as refunded
    from order_payment_collection k join payment_collection c on c.id = k.payment_collection_id and c.deleted_at is null where k.order_id = o.id and k.deleted_at is null) paid on true
  left join lateral (
    select min(y.id) as payment_id, min(y.provider_id) as provider_id,
      ${fen("sum((select sum(t.amount) from capture t where t.payment_id = y.id and t.deleted_at is null))")} as captured,
      ${fen("sum((select sum(r.amount) from refund r where r.payment_id = y.id and r.deleted_at is null))")} as refunded,
      ${fen("sum((select sum(r.amount) from refund r where r.payment_id = y.id and r.created_by = p.id and r.deleted_at is null))")} as returned
    from order_payment_collection k join payment y on y.payment_collection_id = k.payment_collection_id and y.deleted_at is null where k.order_id = o.id and k.deleted_at is null) moved on true
  left join lateral (
    select i.id, round(coalesce(d.unit_price, i.unit_price) * 100)::float8 as unit_price
    from order_item d join order_line_item i on i.id = d.item_id where d.order_id = o.id and d.version = o.version and d.deleted_at is null limit 1) line on true`

type GroupFilter = { ids: string[] } | { states: GroupBuyState[] }
type PartFilter = { ids: string[] } | { cart_id: string } | { fulfillment_id: string } | { group_buy_ids: string[] } | { customer_id: string } | { organisation_ids: string[] }

/** Group buys, those that end first in front. */
export async function readGroupBuys(connection: Knex, filter: GroupFilter): Promise<GroupBuyRow[]> {
  const where = "ids" in filter ? "id = any(:ids)" : "state = any(:states)"
  return await rowsOf(connection, `${GROUP_BUY} where ${where} order by ends_at, id`, { ...filter })
}

/** The group buy under its lock. Error: not_found. */
export async function lockGroupBuy(transaction: Knex, id: string): Promise<GroupBuyRow> {
  const [row] = await rowsOf<GroupBuyRow>(transaction, `${GROUP_BUY} where id = :id for update`, { id })
  if (!row) throw refusal("not_found", "not_found")
  return row
}

/** Parts with the orders they became; the newest in front. */
export async function readParts(connection: Knex, filter: PartFilter): Promise<PartRow[]> {
  const where = "ids" in filter ? "p.id = any(:ids)" : "cart_id" in filter ? "p.cart_id = :cart_id" 
    : "fulfillment_id" in filter ? "p.cart_id in (select c.cart_id from order_cart c join order_fulfillment f on f.order_id = c.order_id where f.fulfillment_id = :fulfillment_id)" : "group_buy_ids" in filter ? "p.group_buy_id = any(:group_buy_ids)"
    : "customer_id" in filter ? "p.customer_id = :customer_id" : "p.organisation_id = any(:organisation_ids)"
  return await rowsOf(connection, `${PART} where ${where} order by p.created_at desc, p.id`, { ...filter })
}

/** Parts whose money is not settled although their group buy is over, or whose buyer leaves. */
export async function readUnsettled(connection: Knex): Promise<{ id: string }[]> {
  return await rowsOf(connection, `select p.id from group_buy_part p join group_buy g on g.id = p.group_buy_id
    where p.outcome is null and (g.state not in ('draft', 'open') or p.leaving_at is not null) order by p.id`)
}
