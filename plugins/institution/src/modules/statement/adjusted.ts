import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { AdjustedLine } from "../../domain/statement/plan-repricing"
import { rowsOf } from "../spending/sql"
import { AGREED } from "./agreed"

/** Who core's order changes of ours are signed by. */
export const REPRICER = "statement"

export interface AdjustedOrder {
  id: string
  /** Of ours, left by a process that died. */
  begun_change_id: string | null
  /** Somebody is editing the order at this moment. */
  is_being_edited: boolean
  lines: AdjustedLine[]
}

/** Core's price of a whole line in fen stands beside what confirmed statements made of it: whoever asks sees what is still to be done. */
const ADJUSTED = `
  select o.id, (select c.id from order_change c where c.order_id = o.id and c.status in ('pending', 'requested') and c.created_by = :repricer and c.deleted_at is null limit 1) as begun_change_id,
    exists (select 1 from order_change c where c.order_id = o.id and c.status in ('pending', 'requested') and c.created_by is distinct from :repricer and c.deleted_at is null) as is_being_edited,
    jsonb_agg(jsonb_build_object('order_id', o.id, 'line_item_id', l.line_item_id, 'ordered', d.quantity, 'accepted', l.accepted, 'amount_fen', l.amount_fen, 'adjusted_fen', n.fen,
      'priced_fen', round(d.quantity * coalesce(d.unit_price, i.unit_price) * 100)) order by l.line_item_id) as lines
  from (select a.order_id, a.variant_id, sum(a.due_fen - a.amount_fen) as fen from statement_line a join statement s on s.id = a.statement_id
    where s.state in ${AGREED} and a.due_fen <> a.amount_fen and (cast(:organisation_id as text) is null or s.organisation_id = :organisation_id) group by 1, 2) n
  join occurrence_line l on l.order_id = n.order_id and l.variant_id = n.variant_id and l.accepted > 0 and l.deleted_at is null
  join "order" o on o.id = n.order_id and o.deleted_at is null and o.status <> 'canceled'
  join order_item d on d.order_id = o.id and d.version = o.version and d.item_id = l.line_item_id and d.quantity > 0 and d.deleted_at is null
  join order_line_item i on i.id = d.item_id
  group by o.id order by o.id`

/** Orders of which confirmed statements of this organisation, or of all, took something off, with the lines meant. */
export async function readAdjusted(connection: Knex, organisation_id: string | null): Promise<AdjustedOrder[]> {
  return rowsOf(connection, ADJUSTED, { organisation_id, repricer: REPRICER })
}
