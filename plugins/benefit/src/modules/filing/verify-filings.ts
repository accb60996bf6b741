import type { LedgerProblem } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"

const CHECKS: { message: string; sql: string }[] = [
  {
    message: "已受理填报所含的分录与台账不符",
    sql: `select distinct x.filing_id as id from filing_entry x left join ledger_entry e on e.journal_id = x.journal_id and e.position = x.position
      where (e.amount_fen, e.account) is distinct from (x.amount_fen, x.account) or e.beneficiary_id is distinct from x.beneficiary_id`,
  },
  {
    message: "已受理填报的内容被增减或改动",
    sql: `select f.id from filing f left join filing_entry x on x.filing_id = f.id where f.state = 'accepted' group by f.id
      having count(x.*) <> f.entries or encode(sha256(convert_to(coalesce(string_agg(concat_ws('|', x.journal_id, x.position, x.beneficiary_id, x.account, x.amount_fen), ',' order by x.journal_id, x.position), ''), 'UTF8')), 'hex') <> f.digest`,
  },
  {
    message: "已受理填报的合计与所含分录不符",
    sql: `select f.id from filing f left join filing_entry x on x.filing_id = f.id where f.state = 'accepted' group by f.id
      having coalesce(sum(x.amount_fen) filter (where x.account = 'settled' or (x.account = 'payable' and f.stage = 'payable')), 0) <> f.earned_fen`,
  },
  {
    message: "已受理填报的名册与所含分录不符",
    sql: `select f.id from filing f join filing_payee p on p.filing_id = f.id left join lateral (
        select coalesce(sum(x.amount_fen), 0) as fen from filing_entry x where x.filing_id = f.id and x.beneficiary_id = p.household_id and (x.account = 'settled' or (x.account = 'payable' and f.stage = 'payable'))) own on true
      where p.earned_fen <> own.fen`,
  },
  { message: "未受理的填报却已有封存的内容", sql: "select distinct f.id from filing f join filing_entry x on x.filing_id = f.id where f.state <> 'accepted'" },
]

/** Compares every accepted filing with the ledger and with what was frozen; names each that is not as it was accepted. */
export async function verifyFilings(connection: Knex): Promise<LedgerProblem[]> {
  const problems: LedgerProblem[] = []
  for (const { message, sql } of CHECKS) {
    const { rows } = await connection.raw(`${sql} limit 100`)
    problems.push(...(rows as { id: string }[]).map(({ id }) => ({ code: "altered_filing" as const, id, message })))
  }
  return problems
}
