import type { BenefitStatement, StatementQuery } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { maskName } from "../domain/mask"
import { shanghaiDay } from "../domain/period"
import { readNamedBeneficiaries, requireBeneficiaryIn } from "./read-settlement-names"
import { settlementRows } from "./read-settlements"

type Earned = BenefitStatement["earned"][number]
type Proved = BenefitStatement["evidence"][number]
type Payout = BenefitStatement["payouts"][number]

const DAY = "to_char(j.event_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD')"
/** Everything that ever moved for the household up to the last day; the days before the first only count. */
const EARNED = `select ${DAY} as day, '#' || o.display_id as order_number, case when j.kind = 'write_off' then 'written_off' when sum(e.amount_fen) > 0 then 'earned' else 'taken_back' end as kind, sum(e.amount_fen)::float8 as amount_fen
  from ledger_entry e join ledger_journal j on j.id = e.journal_id and (j.order_id is not null or j.kind = 'write_off') left join "order" o on o.id = e.order_id
  where e.beneficiary_id = :id and e.account = 'payable' and ${DAY} <= :to group by 1, 2, j.kind, j.event_at having sum(e.amount_fen) <> 0 order by j.event_at`
const PAYOUTS = `select ${DAY} as day, s.number, a.reference, p.payee_name, p.earned_fen::float8 as earned_fen, p.netted_fen::float8 as netted_fen, p.successor_id is null as is_own, sum(e.amount_fen)::float8 as amount_fen,
    case when j.kind = 'settlement' then 'paid' else 'returned' end as kind
  from ledger_entry e join ledger_journal j on j.id = e.journal_id and j.kind in ('settlement', 'payout_return') join settlement_attempt a on a.id = j.source_ids[1]
  join settlement_payment p on p.id = a.payment_id join settlement s on s.id = p.settlement_id
  where e.beneficiary_id = :id and e.account = 'settled' and ${DAY} <= :to group by j.kind, j.event_at, s.number, a.reference, p.id order by j.event_at`
const EVIDENCE = `select ${DAY} as day, v.number, v.kind, v.payer_name, sum(e.amount_fen)::float8 as amount_fen
  from ledger_entry e join ledger_journal j on j.id = e.journal_id join voucher v on j.id in (v.journal_id, v.reversal_id)
  where e.beneficiary_id = :id and e.account = 'settled' and ${DAY} between :from and :to group by 1, j.id, v.id order by j.event_at, v.number`

/** 农户对账单: what a household earned, by order and day, what was kept back, paid out and came back, what is left, and what came from outside the shop. Masked. Errors: not_found, not_in_your_region. */
export async function readStatement(container: MedusaContainer, id: string, query: StatementQuery, regions: string[], now: Date): Promise<BenefitStatement> {
  await requireBeneficiaryIn(container, id, regions)
  const to = query.to ?? shanghaiDay(now)
  const from = query.from ?? `${to.slice(0, 4)}-01-01`
  const earned = await settlementRows<Earned>(container, EARNED, { id, to })
  const payouts = await settlementRows<Payout & { is_own: boolean }>(container, PAYOUTS, { id, to })
  const evidence = await settlementRows<Proved>(container, EVIDENCE, { id, from, to })
  const household = (await readNamedBeneficiaries(container, [id])).get(id)!
  const within = ({ day }: { day: string }) => day >= from
  const before = { earned: sum(earned.filter((row) => !within(row))), paid: sum(payouts.filter((row) => !within(row))) }
  const shown = (name: string, is_own: boolean) => (household.kind === "collective" && is_own ? name : maskName(name))
  return {
    household, from, to, earned: earned.filter(within), payouts: payouts.filter(within).map(({ is_own, ...row }) => ({ ...row, payee_name: shown(row.payee_name, is_own) })),
    evidence, evidence_fen: sum(evidence),
    opening_fen: before.earned - before.paid, earned_fen: sum(earned) - before.earned, paid_fen: sum(payouts) - before.paid, outstanding_fen: sum(earned) - sum(payouts),
  }
}

function sum(rows: { amount_fen: number }[]): number {
  return rows.reduce((total, { amount_fen }) => total + amount_fen, 0)
}
