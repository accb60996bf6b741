import type { OccurrenceState } from "@fupin/contract/schemas"
import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { statesBefore } from "../../domain/occurrence-state"
import type { DeliveryLine } from "../../domain/plan-delivery"
import { takenOff } from "../statement/agreed"
import type { Claim } from "./claim"

export interface Outcome {
  state: OccurrenceState
  error: string | null
  order_ids: string[]
  expected_benefit_fen: number | null
  households: number | null
}

export type OutcomeLine = DeliveryLine & { order_id: string | null; line_item_id: string | null }

export interface Recorded {
  claim: Claim
  outcome: Outcome
  lines: OutcomeLine[]
}

/** Writes states and lines of claimed occurrences whose claims still hold, in four statements; answers the ids of those. */
export async function writeOutcomes(manager: EntityManager, recorded: Recorded[]): Promise<string[]> {
  const claims = JSON.stringify(recorded.map(({ claim }) => claim))
  const rows: { id: string }[] = await manager.execute(`select o.id from occurrence o join jsonb_to_recordset(?::jsonb) as c (id text, attempt int) on c.id = o.id and c.attempt = o.attempt
    where o.state = 'claimed' order by o.id for update of o`, [claims])
  const held = new Set(rows.map(({ id }) => id))
  const mine = recorded.filter(({ claim }) => held.has(claim.id))
  if (mine.length === 0) return []
  await manager.execute("delete from occurrence_line where occurrence_id in (select jsonb_array_elements_text(?::jsonb))", [JSON.stringify([...held])])
  const lines = mine.flatMap(({ claim, lines: own }) => own.map((line) => ({ ...line, id: generateEntityId(undefined, "occl"), occurrence_id: claim.id })))
  await manager.execute(`insert into occurrence_line (id, occurrence_id, variant_id, seller_id, unit_price_fen, settle_by, requested, supplied, reason, order_id, line_item_id)
    select id, occurrence_id, variant_id, seller_id, unit_price_fen, settle_by, requested, supplied, reason, order_id, line_item_id from jsonb_to_recordset(?::jsonb)
      as l (id text, occurrence_id text, variant_id text, seller_id text, unit_price_fen int, settle_by text, requested int, supplied int, reason text, order_id text, line_item_id text)`, [JSON.stringify(lines)])
  await manager.execute(`update occurrence o set state = n.state, error = n.error, decided_by = null, lease_until = null, expected_benefit_fen = n.expected_benefit_fen, households = n.households,
      order_ids = array(select jsonb_array_elements_text(n.order_ids)), updated_at = now()
    from jsonb_to_recordset(?::jsonb) as n (id text, state text, error text, expected_benefit_fen int, households int, order_ids jsonb) where o.id = n.id`,
  [JSON.stringify(mine.map(({ claim, outcome }) => ({ id: claim.id, ...outcome })))])
  return [...held]
}

/** What tries that came to nothing left behind goes with them: called off, or opened again, a delivery shows what is asked for. */
export async function forgetTries(manager: EntityManager, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await manager.execute("delete from occurrence_line where occurrence_id in (select jsonb_array_elements_text(?::jsonb))", [JSON.stringify(ids)])
  await manager.execute("update occurrence set expected_benefit_fen = null, households = null where id in (select jsonb_array_elements_text(?::jsonb))", [JSON.stringify(ids)])
}

export interface Followed {
  id: string
  to: "cancelled" | "delivered"
}

const CANCELLED = "订单已取消"

export async function writeFollowed(manager: EntityManager, moved: Followed[]): Promise<void> {
  for (const to of ["cancelled", "delivered"] as const) {
    const ids = moved.filter((one) => one.to === to).map(({ id }) => id)
    if (ids.length === 0) continue
    await manager.execute(`update occurrence set state = ?, decided_by = 'order', error = case when ? = 'cancelled' then ? else error end, updated_at = now()
      where id in (select jsonb_array_elements_text(?::jsonb)) and state in (select jsonb_array_elements_text(?::jsonb))`, [to, to, CANCELLED, JSON.stringify(ids), JSON.stringify(statesBefore(to))])
  }
}

export interface PaidOrder {
  order_id: string
  paid_fen: number
}

/** What is due for an order: accepted quantities where goods were accepted, else those supplied, at the agreed prices, less what confirmed statements took off. */
export async function writePaid(manager: EntityManager, orders: PaidOrder[]): Promise<string[]> {
  const rows: { id: string }[] = await manager.execute(`
    with paid as (select value->>'order_id' as order_id, (value->>'paid_fen')::bigint as fen from jsonb_array_elements(?::jsonb)),
    due as (
      select o.id, l.order_id, sum(l.amount_fen + ${takenOff("x.order_id = l.order_id and x.variant_id = l.variant_id")}) as fen
      from occurrence o join occurrence_line l on l.occurrence_id = o.id and l.order_id is not null
      where o.state in (select jsonb_array_elements_text(?::jsonb)) and o.id in (select occurrence_id from occurrence_line where order_id in (select order_id from paid))
      group by o.id, l.order_id)
    update occurrence set state = 'paid', updated_at = now()
    where id in (select d.id from due d left join paid p on p.order_id = d.order_id group by d.id having bool_and(coalesce(p.fen, 0) >= d.fen and coalesce(p.fen, 0) > 0))
    returning id`, [JSON.stringify(orders), JSON.stringify(statesBefore("paid"))])
  return rows.map(({ id }) => id)
}
