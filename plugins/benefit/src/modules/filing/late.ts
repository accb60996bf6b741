import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type Asked, contentOf, countedIn } from "./contents"

export interface LateRow {
  journal_id: string
  order_id: string | null
  order_number: number | null
  kind: string
  event_at: Date
  amount_fen: number
  why: "late" | "reversal"
  filing_id: string | null
  period: string
}

/**
 * What a filing holds of earlier ones, and where it refers to: journals of a past period that were posted after it was filed (补报), and
 * those that take back what an accepted filing of the unit holds (冲回上期), by the sale they reverse or else by their order.
 */
export async function readLate(connection: Knex, asked: Asked): Promise<LateRow[]> {
  const { filing } = asked
  const { sql, values } = contentOf(asked)
  const { rows } = await connection.raw(
    `with content as materialized (${sql}),
     journal as (select journal_id, min(order_id) as order_id, min(kind) as kind, min(event_at) as event_at, min(reverses) as reverses,
       coalesce(sum(amount_fen) filter (where ${countedIn(filing.stage).replaceAll("c.", "")}), 0)::float8 as amount_fen from content group by 1),
     looked as (
       select n.*, case when n.event_at < :own_from then 'late' else 'reversal' end as why,
         case when n.event_at < :own_from then (select f.id from filing f where f.unit_id = :own_unit and f.from_at <= n.event_at and f.to_at > n.event_at)
           else (select x.filing_id from filing_entry x join ledger_entry e on e.journal_id = x.journal_id and e.position = x.position join filing f on f.id = x.filing_id
             where x.unit_id = :own_unit and x.filing_id <> :own_filing and f.period < :own_period and (x.journal_id = n.reverses or e.order_id = n.order_id)
             order by x.journal_id = n.reverses desc nulls last, f.period desc limit 1) end as filing_id
       from journal n where n.event_at < :own_from or n.kind in ('reversal', 'payout_return', 'write_off'))
     select l.*, o.display_id as order_number, f.period from looked l join filing f on f.id = l.filing_id left join "order" o on o.id = l.order_id
     order by l.event_at, l.journal_id`,
    { ...values, own_from: filing.from_at, own_unit: filing.unit_id, own_filing: filing.id, own_period: filing.period } as never)
  return rows
}
