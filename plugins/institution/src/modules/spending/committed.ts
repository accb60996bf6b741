import type { PurchaseKind } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { AGREED } from "../statement/agreed"
import { rowsOf } from "./sql"

/** What confirmed statements of these organisations took off, line by line: 0 or less. */
const TAKEN_OFF = `
  select x.order_id, x.variant_id, sum(x.due_fen - x.amount_fen) as fen from statement h join statement_line x on x.statement_id = h.id
  where h.organisation_id = any(:ids) and h.state in ${AGREED} and x.due_fen <> x.amount_fen group by 1, 2`

/** What came in, order by order. */
const DELIVERED = `
  select a.organisation_id, o.id, o.delivery_date, o.state, l.order_id, sum(greatest(0, l.amount_fen + coalesce(f.fen, 0))) as fen
  from supply_agreement a join standing_order s on s.agreement_id = a.id join occurrence o on o.standing_order_id = s.id join occurrence_line l on l.occurrence_id = o.id
  left join (${TAKEN_OFF}) f on f.order_id = l.order_id and f.variant_id = l.variant_id
  where a.organisation_id = any(:ids) and o.deleted_at is null and o.state in ('placed', 'short', 'delivered', 'accepted', 'paid', 'rejected') group by a.organisation_id, o.id, l.order_id`

/** What is left of the money of an order `d` that was paid in full and of which some went back; else no row: what is not paid yet is still owed. */
const KEPT = `
  select greatest(0, round((sum(c.captured_amount) - sum(c.refunded_amount)) * 100)) as fen from order_payment_collection p
  join payment_collection c on c.id = p.payment_collection_id and c.deleted_at is null where d.state = 'paid' and p.order_id = d.order_id and p.deleted_at is null having sum(c.refunded_amount) > 0`

/**
 * What of budgets is taken, by what was committed: deliveries at what was accepted, else supplied, at the agreed prices, less what
 * confirmed statements took off, once paid at most what was paid less refunded; and what is reserved for purchases that have no lines
 * of their own yet. So a delivery cut short, sent back, made cheaper or refunded gives its money back by itself.
 */
const COMMITTED = `
  with taken as (
    select d.organisation_id, 'delivery' as kind, left(d.delivery_date, 4)::integer as year, 'occurrence:' || d.id as key, least(d.fen, k.fen) as fen
    from (${DELIVERED}) d left join lateral (${KEPT}) k on true
    union all
    select r.organisation_id, r.kind, left(r.on_day, 4)::integer, r.key, r.amount_fen
    from spending_reservation r left join occurrence o on o.id = substring(r.key from '^occurrence:(.*)$')
    where r.organisation_id = any(:ids) and r.released_at is null and (o.id is null or o.state in ('planned', 'claimed', 'failed')))
  select organisation_id, kind, year, case when key = any(:keys) then key end as key, sum(fen)::float8 as fen from taken group by 1, 2, 3, 4`

export interface Committed {
  organisation_id: string
  kind: PurchaseKind
  year: number
  /** One of the purchases asked after; null: all others together. */
  key: string | null
  fen: number
}

/** What is taken of the budgets of these organisations, in fen: of each of these purchases by itself, of all others together. One query. */
export async function readCommitted(connection: Knex, ids: string[], keys: string[]): Promise<Committed[]> {
  return rowsOf(connection, COMMITTED, { ids, keys })
}
