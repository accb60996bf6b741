import type { LedgerProblem } from "@fupin/contract/schemas"

interface Check {
  code: LedgerProblem["code"]
  message: string
  sql: string
}

const LINE = "e.order_id, e.line_item_id, e.linkage_version_id, e.beneficiary_id"

/** What journals of this kind say by cause and line, beside what items say that stand behind them; `due` is a query of the same columns. */
const differing = (kind: string, account: string, due: string) => `select distinct coalesce(said.id, due.id) as id from (
    select j.source_ids[1] as id, ${LINE}, sum(e.amount_fen) as fen from ledger_journal j join ledger_entry e on e.journal_id = j.id and e.account = '${account}' where j.kind = '${kind}' group by 1, ${LINE}) said
  full join (${due}) due on due.id = said.id and due.order_id = said.order_id and due.line_item_id = said.line_item_id and due.linkage_version_id = said.linkage_version_id and due.beneficiary_id = said.beneficiary_id
  where said.fen is distinct from due.fen`

const itemsOf = (from: string, id: string, sign: 1 | -1) => `select ${id} as id, ${LINE}, ${sign} * sum(i.amount_fen) as fen
  from ${from} join ledger_entry e on e.journal_id = i.journal_id and e.position = i.position group by ${id}, ${LINE} having sum(i.amount_fen) <> 0`

const PAID = (states: string) => `settlement_attempt a join settlement_item i on i.payment_id = a.payment_id and a.state in (${states})`

/** Every payout, return and write-off is in the ledger once and as it was decided, line by line, and nothing else is; no entry is taken beyond its amount. */
export const SETTLEMENT_CHECKS: Check[] = [
  { code: "payout_differs", message: "兑付凭证与付款记录不符：有付款无凭证、有凭证无付款，或金额不同", sql: differing("settlement", "settled", itemsOf(PAID("'paid', 'returned'"), "a.id", 1)) },
  { code: "payout_differs", message: "退票凭证与退票记录不符", sql: differing("payout_return", "settled", itemsOf(PAID("'returned'"), "a.id", -1)) },
  { code: "payout_differs", message: "核销凭证与核销记录不符", sql: differing("write_off", "payable", itemsOf("settlement_write_off w join settlement_item i on i.write_off_id = w.id and w.state = 'approved'", "w.id", -1)) },
  {
    code: "payout_differs", message: "付款金额与所付款项之和不符，或付款次数与状态不符",
    sql: `select p.id from settlement_payment p where p.amount_fen <> (select coalesce(sum(i.amount_fen), 0) from settlement_item i where i.payment_id = p.id)
      or (p.state = 'paid') <> exists (select 1 from settlement_attempt a where a.payment_id = p.id and a.state = 'paid')
      or exists (select 1 from settlement_attempt a where a.payment_id = p.id and a.amount_fen <> p.amount_fen)
      or (p.state in ('returned', 'released')) <> exists (select 1 from settlement_item i where i.payment_id = p.id and i.released_at is not null)`,
  },
  {
    code: "settled_twice", message: "同一笔应付被兑付两次，或超过其金额",
    sql: `select distinct i.journal_id as id from settlement_item i left join ledger_entry e on e.journal_id = i.journal_id and e.position = i.position
      where i.released_at is null group by i.journal_id, i.position, e.amount_fen, e.account
      having e.account is distinct from 'payable' or abs(sum(i.amount_fen)) > abs(e.amount_fen) or bool_or(sign(i.amount_fen) <> sign(e.amount_fen)) or count(*) filter (where i.amount_fen > 0) > 1`,
  },
  {
    code: "payout_differs", message: "领款人以外的款项：所付分录不属于该户",
    sql: `select distinct p.id from settlement_payment p join settlement_item i on i.payment_id = p.id join ledger_entry e on e.journal_id = i.journal_id and e.position = i.position where e.beneficiary_id is distinct from p.beneficiary_id`,
  },
]
