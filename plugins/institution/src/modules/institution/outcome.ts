import type { OccurrenceState } from "@fupin/contract/schemas"
import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { statesBefore } from "../../domain/occurrence-state"
import type { DeliveryLine } from "../../domain/plan-delivery"
import type { Claim } from "./claim"

export interface Outcome {
  state: OccurrenceState
  error: string | null
  order_ids: string[]
  expected_benefit_fen: number | null
  households: number | null
}

export type OutcomeLine = DeliveryLine & { order_id: string | null; line_item_id: string | null }

/** Writes state and lines of a claimed occurrence if its claim still holds; false when it does not. */
export async function writeOutcome(manager: EntityManager, { id, attempt }: Claim, outcome: Outcome, lines: OutcomeLine[]): Promise<boolean> {
  const held: unknown[] = await manager.execute("select 1 from occurrence where id = ? and state = 'claimed' and attempt = ? for update", [id, attempt])
  if (held.length === 0) return false
  await manager.execute("delete from occurrence_line where occurrence_id = ?", [id])
  for (const line of lines) {
    await manager.execute(`insert into occurrence_line (id, occurrence_id, variant_id, seller_id, unit_price_fen, requested, supplied, reason, order_id, line_item_id)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, [generateEntityId(undefined, "occl"), id, line.variant_id, line.seller_id, line.unit_price_fen, line.requested, line.supplied, line.reason, line.order_id, line.line_item_id])
  }
  await manager.execute(`update occurrence set state = ?, error = ?, decided_by = null, lease_until = null, expected_benefit_fen = ?, households = ?,
    order_ids = array(select jsonb_array_elements_text(?::jsonb)), updated_at = now() where id = ?`,
  [outcome.state, outcome.error, outcome.expected_benefit_fen, outcome.households, JSON.stringify(outcome.order_ids), id])
  return true
}

export interface Followed {
  id: string
  to: "cancelled" | "delivered"
}

const CANCELLED = "订单已取消"

export async function writeFollowed(manager: EntityManager, moved: Followed[]): Promise<void> {
  for (const { id, to } of moved) {
    await manager.execute(`update occurrence set state = ?, decided_by = 'order', error = case when ? = 'cancelled' then ? else error end, updated_at = now()
      where id = ? and state in (select jsonb_array_elements_text(?::jsonb))`, [to, to, CANCELLED, id, JSON.stringify(statesBefore(to))])
  }
}

export interface PaidOrder {
  order_id: string
  paid_fen: number
}

/** What is due for an order: accepted quantities where goods were accepted, else those supplied, at the agreed prices, less what a statement took off. */
export async function writePaid(manager: EntityManager, orders: PaidOrder[]): Promise<string[]> {
  const rows: { id: string }[] = await manager.execute(`
    with paid as (select value->>'order_id' as order_id, (value->>'paid_fen')::bigint as fen from jsonb_array_elements(?::jsonb)),
    due as (
      select o.id, l.order_id, sum(coalesce(l.accepted, l.supplied)::bigint * l.unit_price_fen + coalesce((select sum(a.due_fen - a.amount_fen) from statement_line a where a.order_id = l.order_id and a.variant_id = l.variant_id), 0)) as fen
      from occurrence o join occurrence_line l on l.occurrence_id = o.id and l.order_id is not null
      where o.state in (select jsonb_array_elements_text(?::jsonb)) and o.id in (select occurrence_id from occurrence_line where order_id in (select order_id from paid))
      group by o.id, l.order_id)
    update occurrence set state = 'paid', updated_at = now()
    where id in (select d.id from due d left join paid p on p.order_id = d.order_id group by d.id having bool_and(coalesce(p.fen, 0) >= d.fen and coalesce(p.fen, 0) > 0))
    returning id`, [JSON.stringify(orders), JSON.stringify(statesBefore("paid"))])
  return rows.map(({ id }) => id)
}
