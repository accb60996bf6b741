import { addDays } from "../business-day"
import { balanceDueOn, canTakeMore, canWithdraw, type ContractFacts, dueOn, hasDeliveries, moneyOf, type OfferFacts, stepsOf } from "./contract"
import { coverSteps } from "./schedule"

/** What a contract wants of its unit. */
export type Wait =
  | { kind: "preorder_due"; due_fen: number; due_on: string }
  /** `last_day`: the contract lapses when nothing has come by the end of it; null once goods were delivered. */
  | { kind: "preorder_overdue"; due_fen: number; due_on: string; last_day: string | null }
  | { kind: "preorder_answer"; answer_by: string; may_withdraw: boolean; may_take_more: number }

/** How far ahead of its day an advance is asked for. */
const AHEAD_DAYS = 7

/** What waits for the unit on `today` (YYYY-MM-DD): money that is due within a week or was, and an answer to the harvest. */
export function planWaits(offer: OfferFacts, contract: ContractFacts & { wants_more: number | null }, today: string): Wait[] {
  const [due, may_withdraw, may_take_more] = [planDue(contract, today), canWithdraw(offer, contract, today), canTakeMore(offer, contract, today)]
  const isAsked = contract.wants_more === null && (may_withdraw || may_take_more > 0)
  return [...(isAsked ? [{ kind: "preorder_answer" as const, answer_by: offer.answer_by!, may_withdraw, may_take_more }] : []), ...(due ? [due] : [])]
}

function planDue(contract: ContractFacts, today: string): Wait | null {
  const until = addDays(today, AHEAD_DAYS)
  const due_fen = dueOn(contract, until)
  if (due_fen === 0) return null
  const { received_fen, paid_back_fen } = moneyOf(contract)
  const step = coverSteps(stepsOf(contract), received_fen - paid_back_fen, today).find(({ due_on, amount_fen, paid_fen }) => due_on !== null && due_on <= until && paid_fen < amount_fen)
  const due_on = step?.due_on ?? balanceDueOn(contract)
  if (due_on === null || due_on > until) return null
  return due_on < today ? { kind: "preorder_overdue", due_fen, due_on, last_day: hasDeliveries(contract) ? null : addDays(due_on, contract.rule.grace_days) } : { kind: "preorder_due", due_fen, due_on }
}
