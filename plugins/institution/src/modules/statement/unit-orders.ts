import type { UnitOrderSource } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { rowsOf } from "../spending/sql"
import { takenOff } from "./agreed"

/** An order that a unit pays, whatever the way it came: what it belongs to, its money as core has committed it, and what may be invoiced of it. */
export interface UnitOrder {
  order_id: string
  display_id: number
  organisation_id: string
  source: UnitOrderSource
  about_id: string
  title: string
  /** The day of delivery, or the day it was placed. */
  on: string
  /** Empty: the house itself. */
  seller_id: string
  is_cancelled: boolean
  provider_id: string
  /** To be paid: once goods were accepted, what was accepted, less what confirmed statements took off. */
  total_fen: number
  paid_fen: number
  refunded_fen: number
  /** What was accepted, else supplied, less what confirmed statements took off; null where goods are paid as ordered. */
  stated_fen: number | null
  due_fen: number
  /** What live invoices cover of it. */
  invoiced_fen: number
}

export interface UnitOrderWhere {
  organisation_ids?: string[]
  order_ids?: string[]
  /** Occurrences, campaigns, group buys and contracts; beside orders, not among them. */
  about_ids?: string[]
}

export interface UnitOrderPage {
  source?: UnitOrderSource
  show: "all" | "due" | "other"
  offset: number
  limit: number
}

export interface UnitOrders {
  rows: UnitOrder[]
  count: number
  /** Over every order of these units, on whatever page. */
  due_orders: number
  due_fen: number
}

const within = (order: string, organisation: string, about: string) => `(cast(:organisation_ids as text[]) is null or ${organisation} = any(:organisation_ids))
  and ((cast(:order_ids as text[]) is null and cast(:about_ids as text[]) is null) or ${order} = any(:order_ids) or ${about} = any(:about_ids))`

/** A delivery's order is due at what came in; a batch of a contract at what was accepted. `is_final`: its price changes no more. */
const MINE = `
  select l.order_id, a.organisation_id, case when o.round > 1 then 'replenishment' else 'standing_order' end as source, o.id as about_id, s.name as title, o.delivery_date as day, coalesce(l.seller_id, '') as seller_id,
    greatest(0, sum(case when o.state = 'cancelled' then 0 else l.amount_fen end) + ${takenOff("x.order_id = l.order_id")}) as stated, o.accepted_at is not null as is_accepted, true as is_final
  from supply_agreement a join standing_order s on s.agreement_id = a.id join occurrence o on o.standing_order_id = s.id join occurrence_line l on l.occurrence_id = o.id and l.deleted_at is null
  where l.order_id is not null and ${within("l.order_id", "a.organisation_id", "o.id")} group by l.order_id, a.organisation_id, o.id, s.name, coalesce(l.seller_id, '')
  union all
  select g.id, c.organisation_id, 'campaign', c.id, c.title, null, g.seller_id, null, false, true from campaign c join campaign_order g on g.campaign_id = c.id
  where g.state = 'placed' and g.kind = 'gift' and ${within("g.id", "c.organisation_id", "c.id")}
  union all
  select d.order_id, c.organisation_id, 'preorder', c.id, f.title, d.deliver_on, f.producer_id, d.accepted * c.price_fen, d.accepted is not null, true
  from preorder_contract c join preorder_offer f on f.id = c.offer_id join preorder_delivery d on d.contract_id = c.id
  where d.state in ('placed', 'accepted') and ${within("d.order_id", "c.organisation_id", "c.id")}
  union all
  select r.order_id, p.organisation_id, 'group_buy', b.id, b.title, null, b.producer_id, null, false, p.outcome = 'settled'
  from group_buy_part p join group_buy b on b.id = p.group_buy_id join order_cart r on r.cart_id = p.cart_id and r.deleted_at is null
  where p.organisation_id is not null and ${within("r.order_id", "p.organisation_id", "b.id")}`

/** Fen of core's decimal yuan. */
const fen = (sum: string) => `coalesce(round(sum(${sum}) * 100), 0)::float8`

/** What a pre-production order still lacks its contract's book says, and is paid by the contract's code. */
const ORDERS = `
  select h.*, source <> 'preorder' and refunded_fen = 0 and not is_cancelled and paid_fen < total_fen as is_due from (
    select m.order_id, o.display_id, m.organisation_id, m.source, m.about_id, m.title, coalesce(m.day, to_char(o.created_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD')) as "on", m.seller_id, o.status = 'canceled' as is_cancelled,
      money.provider_id, case when m.is_accepted then least(m.stated::float8, money.total) else money.total end as total_fen, money.paid as paid_fen, money.refunded as refunded_fen, m.stated::float8 as stated_fen,
      case when o.status = 'canceled' or not coalesce(m.is_final, false) then 0 else coalesce(m.stated::float8, money.total - money.refunded) end as due_fen,
      coalesce((select sum(v.amount_fen) from invoice_line v join invoice i on i.id = v.invoice_id where v.order_id = m.order_id and i.state in ('requested', 'issued')), 0)::float8 as invoiced_fen
    from (${MINE}) m join "order" o on o.id = m.order_id and o.deleted_at is null
    cross join lateral (
      select ${fen("c.amount")} as total, ${fen("c.captured_amount")} as paid, ${fen("c.refunded_amount")} as refunded,
        coalesce(min((select min(y.provider_id) from payment y where y.payment_collection_id = c.id and y.deleted_at is null)), '') as provider_id
      from order_payment_collection k join payment_collection c on c.id = k.payment_collection_id and c.deleted_at is null where k.order_id = m.order_id and k.deleted_at is null) money) h`

const bound = ({ organisation_ids = null, order_ids = null, about_ids = null }: { [Name in keyof UnitOrderWhere]: UnitOrderWhere[Name] | null }) => ({ organisation_ids, order_ids, about_ids })

/** The latest in front. */
export async function readUnitOrders(connection: Knex, where: UnitOrderWhere): Promise<UnitOrder[]> {
  return await rowsOf(connection, `${ORDERS} order by "on" desc, order_id`, bound(where))
}

/** One page of all orders of units, in one query, and what is due over all of them. */
export async function pageUnitOrders(connection: Knex, organisation_ids: string[], { source, ...page }: UnitOrderPage): Promise<UnitOrders> {
  const [row] = await rowsOf<UnitOrders>(connection, `
    with held as materialized (${ORDERS}), shown as (select * from held where (cast(:source as text) is null or source = :source) and (:show = 'all' or is_due = (:show = 'due')))
    select (select coalesce(jsonb_agg(to_jsonb(p) order by p."on" desc, p.order_id), '[]') from (select * from shown order by "on" desc, order_id offset :offset limit :limit) p) as rows,
      (select count(*)::integer from shown) as count, (select count(*)::integer from held where is_due) as due_orders, (select coalesce(sum(total_fen - paid_fen), 0)::float8 from held where is_due) as due_fen`,
  { ...bound({ organisation_ids }), source: source ?? null, ...page })
  return row!
}
