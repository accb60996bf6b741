import type { MedusaContainer } from "@medusajs/framework/types"
import { inSnapshot } from "./snapshot"

/** Whose purchases of which producers' goods count for a base, between two moments. */
export interface BaseSupportScope {
  base_id: string
  /** Which of the base's supports it is, from 0. */
  support: number
  organisation_id: string
  product_ids: string[]
  producer_ids: string[]
  from: Date
  to: Date
}

/** Paid less refunded, in fen, and to how many households something of it is left. */
export interface BaseSales {
  paid_fen: number
  households: number
}

/** `support` null: of all who support the base; `base_id` null too: of all bases, what stands in several counted once. */
type SalesRow = BaseSales & { base_id: string | null; support: number | null }

const HITS = `with wanted as (select * from jsonb_to_recordset(:scopes::jsonb) as w(base_id text, support integer, organisation_id text, product_ids text[], producer_ids text[], "from" timestamptz, "to" timestamptz)),
credit as (select * from jsonb_to_recordset(:credits::jsonb) as c(order_id text, organisation_id text)),
line as (
  select l.line_item_id, l.order_id, l.product_id, l.producer_id, coalesce(c.organisation_id, l.organisation_id) as organisation_id from ledger_line l left join credit c on c.order_id = l.order_id
  where l.organisation_id = any(:organisation_ids) or l.order_id in (select order_id from credit)),
hit as (
  select w.base_id, w.support, w."from", w."to", l.line_item_id, l.order_id
  from wanted w join line l on l.organisation_id = w.organisation_id and l.product_id = any(w.product_ids) and l.producer_id = any(w.producer_ids)),
sale as (select hit.base_id, hit.support, s.line_item_id, s.payment_id, s.amount_fen from hit join ledger_sale s on s.line_item_id = hit.line_item_id where s.at >= hit."from" and s.at < hit."to"),
entry as (
  select hit.base_id, hit.support, e.journal_id, e.position, e.beneficiary_id, e.amount_fen from hit join ledger_journal j on j.order_id = hit.order_id join ledger_entry e on e.journal_id = j.id and e.line_item_id = hit.line_item_id
  where j.event_at >= hit."from" and j.event_at < hit."to" and e.account in ('provisional', 'payable', 'settled') and e.beneficiary_id is not null)`

const SALES = `${HITS},
paid as (
  select base_id, support, sum(amount_fen)::float8 as paid_fen from sale group by grouping sets ((base_id, support), (base_id))
  union all select null, null, sum(amount_fen)::float8 from (select distinct line_item_id, payment_id, amount_fen from sale) once),
held as (
  select base_id, support, beneficiary_id, sum(amount_fen) as fen from entry group by grouping sets ((base_id, support, beneficiary_id), (base_id, beneficiary_id))
  union all select null, null, beneficiary_id, sum(amount_fen) from (select distinct journal_id, position, beneficiary_id, amount_fen from entry) once group by 3)
select p.base_id, p.support, coalesce(p.paid_fen, 0) as paid_fen,
  (select count(*)::integer from held h where h.base_id is not distinct from p.base_id and h.support is not distinct from p.support and h.fen > 0) as households
from paid p`

/**
 * What was paid for the goods of bases by those who support them, and whom it reached, from the ledger; by support, by base and in all.
 * `credits` are orders that count for another organisation than the one that placed them. One query, however many bases.
 */
export async function readBaseSales(container: MedusaContainer, scopes: BaseSupportScope[], credits: { order_id: string; organisation_id: string }[]): Promise<SalesRow[]> {
  if (scopes.length === 0) return []
  const organisation_ids = [...new Set(scopes.map(({ organisation_id }) => organisation_id))]
  return await inSnapshot(container, async (snapshot) =>
    (await snapshot.raw(SALES, { scopes: JSON.stringify(scopes), credits: JSON.stringify(credits), organisation_ids } as never)).rows)
}
