import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { PurchaseKind } from "@fupin/contract/schemas"
import { rowsOf } from "./sql"

/**
 * What of a year's budget is taken, by what was committed: deliveries at what was accepted, else supplied, at the agreed prices, and
 * what is reserved for purchases that have no lines of their own yet. So a delivery cut short or sent back gives its money back by itself.
 */
const COMMITTED = `
  select (select coalesce(sum(coalesce(l.accepted, l.supplied)::bigint * l.unit_price_fen), 0)
      from supply_agreement a join standing_order s on s.agreement_id = a.id join occurrence o on o.standing_order_id = s.id join occurrence_line l on l.occurrence_id = o.id
      where a.organisation_id = :organisation_id and :kind::text = 'delivery' and o.delivery_date between :first and :last and o.deleted_at is null
        and o.state in ('placed', 'short', 'delivered', 'accepted', 'paid', 'rejected') and ('occurrence:' || o.id) is distinct from :key::text)::float8
    + (select coalesce(sum(r.amount_fen), 0) from spending_reservation r left join occurrence o on 'occurrence:' || o.id = r.key
      where r.organisation_id = :organisation_id and r.kind = :kind and r.on_day between :first and :last and r.released_at is null and r.key is distinct from :key::text
        and (o.id is null or o.state in ('planned', 'claimed', 'failed')))::float8 as committed_fen`

/** In fen, of all purchases but the one named. */
export async function readCommitted(connection: Knex, organisation_id: string, kind: PurchaseKind, year: number, key: string | null): Promise<number> {
  const [row] = await rowsOf<{ committed_fen: number }>(connection, COMMITTED, { organisation_id, kind, key, first: `${year}-01-01`, last: `${year}-12-31` })
  return row!.committed_fen
}
