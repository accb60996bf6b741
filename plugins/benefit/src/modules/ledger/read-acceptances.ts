import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { AcceptanceFact } from "../../domain/order-facts"

/**
 * Goods accepted, and goods delivered: they count as accepted when the days have passed that the order's region sets
 * (`acceptance_days` in its metadata), by default `defaultDays`.
 */
export async function readAcceptances(connection: Knex, orderIds: string[], defaultDays: number): Promise<Map<string, AcceptanceFact[]>> {
  const { rows } = await connection.raw(
    `select order_id, id, 'accepted' as kind, line_item_id, quantity::float8 as quantity, least(accepted_at, recorded_at) as at
     from acceptance_fact where order_id = any(?)
     union all
     select l.order_id, f.id || ':' || i.line_item_id, 'delivered', i.line_item_id, sum(i.quantity)::float8,
       f.delivered_at + make_interval(days => coalesce((r.metadata->>'acceptance_days')::integer, ?))
     from order_fulfillment l
     join fulfillment f on f.id = l.fulfillment_id and f.deleted_at is null and f.canceled_at is null and f.delivered_at is not null
     join fulfillment_item i on i.fulfillment_id = f.id and i.deleted_at is null and i.line_item_id is not null
     join "order" o on o.id = l.order_id left join region r on r.id = o.region_id
     where l.order_id = any(?) and l.deleted_at is null
     group by l.order_id, f.id, i.line_item_id, r.metadata
     order by 6, 2`, [orderIds, defaultDays, orderIds])
  const facts = new Map<string, AcceptanceFact[]>()
  for (const { order_id, ...fact } of rows as (AcceptanceFact & { order_id: string })[]) facts.set(order_id, [...(facts.get(order_id) ?? []), fact])
  return facts
}
