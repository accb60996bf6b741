import type { LedgerProblem } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** The filing period, 29th to 28th in Shanghai, in which a moment falls (R61). */
export const periodOf = (at: string) => `to_char(date_trunc('month', ${at} at time zone 'Asia/Shanghai')
  + case when extract(day from ${at} at time zone 'Asia/Shanghai') > 28 then interval '1 month' else interval '0' end, 'YYYY-MM')`
/** The same of a journal named j. */
export const PERIOD = periodOf("j.event_at")

/** Sums of journals by household, period and stage; `journals` is a from-clause that names them j. */
const sumsOf = (journals: string, condition = "true") => `
  select e.beneficiary_id, ${PERIOD} as period, e.account, sum(e.amount_fen)::bigint as amount_fen
  from ${journals} join ledger_entry e on e.journal_id = j.id
  where ${condition} and e.beneficiary_id is not null group by 1, 2, 3`

const SEALED = "ledger_leaf l join ledger_journal j on j.id = l.journal_id"
const TAIL = sumsOf("ledger_seal_queue q join ledger_journal j on j.id = q.journal_id")

/** Totals by household, period and stage as of now: a from-clause over sealed blocks and the journals that wait for one. */
export const HOUSEHOLD_TOTALS = `(select * from ledger_household_total union all ${TAIL})`

/** Adds the journals of one block to the totals. Part of the sealer's transaction. */
export async function foldBlock(transaction: Knex, height: number): Promise<void> {
  await transaction.raw(
    `insert into ledger_household_total (beneficiary_id, period, account, amount_fen) ${sumsOf(SEALED, "l.height = ?")}
     on conflict (beneficiary_id, period, account) do update set amount_fen = ledger_household_total.amount_fen + excluded.amount_fen`, [height])
}

/** Adds all sealed journals up anew. The caller keeps sealers away. */
export async function rebuildHouseholdTotals(transaction: Knex): Promise<void> {
  await transaction.raw("delete from ledger_household_total")
  await transaction.raw(`insert into ledger_household_total (beneficiary_id, period, account, amount_fen) ${sumsOf(SEALED)}`)
}

/** Fen of one household at each stage, of all periods. */
export async function readHouseholdTotal(connection: Knex, beneficiaryId: string): Promise<Record<"provisional" | "payable" | "settled", number>> {
  const { rows } = await connection.raw(
    `select account, sum(amount_fen)::float8 as fen from (
       select account, amount_fen from ledger_household_total where beneficiary_id = :id
       union all select e.account, e.amount_fen from ledger_seal_queue q join ledger_entry e on e.journal_id = q.journal_id where e.beneficiary_id = :id
     ) held group by account`, { id: beneficiaryId })
  return { provisional: 0, payable: 0, settled: 0, ...Object.fromEntries((rows as { account: string; fen: number }[]).map(({ account, fen }) => [account, fen])) }
}

/** Adds the sealed journals up again and names the households whose totals say otherwise. */
export async function verifyTotals(connection: Knex): Promise<LedgerProblem[]> {
  const { rows } = await connection.raw(
    `select coalesce(t.beneficiary_id, s.beneficiary_id) as id, coalesce(t.period, s.period) as period, coalesce(t.amount_fen, 0)::text as held, coalesce(s.amount_fen, 0)::text as due
     from ledger_household_total t full join (${sumsOf(SEALED)}) s using (beneficiary_id, period, account)
     where coalesce(t.amount_fen, 0) <> coalesce(s.amount_fen, 0) limit 100`)
  return (rows as { id: string; period: string; held: string; due: string }[]).map(({ id, period, held, due }) =>
    ({ code: "wrong_total" as const, id, message: `${period} 的合计为 ${held} 分，按封存的凭证应为 ${due} 分` }))
}
