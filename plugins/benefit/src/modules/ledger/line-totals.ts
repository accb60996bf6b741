import type { LedgerProblem } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { periodOf } from "./household-totals"

const KEY = "period, category, producer_id, product_id, organisation_id, source, account"

/** Sums of journals by the headings of what was sold; what only evidence proves has no line. `journals` is a from-clause that names them j. */
const sumsOf = (journals: string, condition = "true") => `
  select period, category, producer_id, product_id, organisation_id,
    coalesce(source, case category when 'direct_purchase' then 'poor_household' else 'other' end) as source, account, sum(amount_fen)::bigint as amount_fen
  from (
    select ${periodOf("j.event_at")} as period, case when coalesce(r.kind, j.kind) in ('direct_purchase', 'wages', 'rent') then coalesce(r.kind, j.kind) else 'sale' end as category,
      coalesce(e.producer_id, '') as producer_id, coalesce(l.product_id, '') as product_id, coalesce(l.organisation_id, '') as organisation_id, l.source, e.account, e.amount_fen
    from ${journals} join ledger_entry e on e.journal_id = j.id left join ledger_line l on l.line_item_id = e.line_item_id
    left join ledger_journal r on j.order_id is null and r.id = j.reverses
    where ${condition} and e.account in ('provisional', 'payable', 'settled')) entry
  group by 1, 2, 3, 4, 5, 6, 7`

const SEALED = "ledger_leaf f join ledger_journal j on j.id = f.journal_id"

/** Totals by what was sold, by whom and to whom, as of now: a from-clause over sealed blocks and the journals that wait for one. */
export const LINE_TOTALS = `(select * from ledger_line_total union all ${sumsOf("ledger_seal_queue q join ledger_journal j on j.id = q.journal_id")})`

/** Adds the journals of one block to the totals. Part of the sealer's transaction. */
export async function foldLines(transaction: Knex, height: number): Promise<void> {
  await transaction.raw(
    `insert into ledger_line_total (${KEY}, amount_fen) ${sumsOf(SEALED, "f.height = ?")}
     on conflict (${KEY}) do update set amount_fen = ledger_line_total.amount_fen + excluded.amount_fen`, [height])
}

/** Adds all sealed journals up anew. The caller keeps sealers away. */
export async function rebuildLineTotals(transaction: Knex): Promise<void> {
  await transaction.raw("delete from ledger_line_total")
  await transaction.raw(`insert into ledger_line_total (${KEY}, amount_fen) ${sumsOf(SEALED)}`)
}

/** Adds the sealed journals up again and names the headings whose totals say otherwise. */
export async function verifyLineTotals(connection: Knex): Promise<LedgerProblem[]> {
  const { rows } = await connection.raw(
    `select ${KEY}, coalesce(t.amount_fen, 0)::text as held, coalesce(s.amount_fen, 0)::text as due from ledger_line_total t full join (${sumsOf(SEALED)}) s using (${KEY})
     where coalesce(t.amount_fen, 0) <> coalesce(s.amount_fen, 0) limit 100`)
  return (rows as { period: string; producer_id: string; product_id: string; held: string; due: string }[]).map(({ period, producer_id, product_id, held, due }) =>
    ({ code: "wrong_total" as const, id: product_id || producer_id || period, message: `${period} 的合计为 ${held} 分，按封存的凭证应为 ${due} 分` }))
}
