import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"

export interface WaitingInput {
  /** Of deliveries for these days… */
  from: string
  to: string
  /** …but these. */
  besides: string[]
  /** How much more can be had of each product. */
  rooms: { variant_id: string; room: number }[]
}

/** What a delivery that is not ordered yet asks for, and what for it counts: what it gave up for a substitute too. */
export interface WaitingRow {
  id: string
  date: string
  agreement_id: string
  kind: string
  variant_id: string
  quantity: number
  weight: number
}

const WAITING = `
  select o.id, o.delivery_date as date, s.agreement_id, g.kind, asked.variant_id, asked.quantity
  from occurrence o join standing_order s on s.id = o.standing_order_id join supply_agreement a on a.id = s.agreement_id join organisation g on g.id = a.organisation_id
  cross join lateral (
    select coalesce(own.key, line.variant_id) as variant_id, coalesce(own.value::numeric, line.quantity) as quantity
    from (select l.variant_id, l.quantity from standing_order_line l where l.standing_order_id = s.id and l.deleted_at is null and o.round = 1) line
    full join jsonb_each_text(o.edits) own on own.key = line.variant_id) asked
  where o.state in ('planned', 'failed', 'claimed') and o.delivery_date between ? and ? and o.deleted_at is null and a.stage in ('signed', 'terminated') and g.verified_at is not null
    and o.id not in (select jsonb_array_elements_text(?::jsonb)) and asked.quantity > 0`

/** Who else waits for goods of which there is not enough for all; nothing of goods that suffice. One query. */
export async function readWaiting(manager: EntityManager, { from, to, besides, rooms }: WaitingInput): Promise<WaitingRow[]> {
  return manager.execute(`with waiting as (${WAITING}), scarce as (
      select r.variant_id from jsonb_to_recordset(?::jsonb) as r (variant_id text, room float8) join waiting w using (variant_id) group by r.variant_id, r.room having sum(w.quantity) > r.room)
    select w.id, w.date, w.agreement_id, w.kind, w.variant_id, w.quantity::float8 as quantity, (w.quantity + coalesce(given.quantity, 0))::float8 as weight
    from waiting w join scarce using (variant_id) left join substitution given on given.occurrence_id = w.id and given.variant_id = w.variant_id`, [from, to, JSON.stringify(besides), JSON.stringify(rooms)])
}
