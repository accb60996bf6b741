import { type Decision, no, yes } from "@fupin/contract/codes"
import type { PreorderOfferInput, PreorderRule } from "@fupin/contract/schemas"
import { addDays, later } from "../business-day"

/** One advance (预付款): due on a day, of an amount in fen. */
export interface Step {
  kind: "deposit" | "instalment" | "balance"
  /** null: after acceptance. */
  due_on: string | null
  amount_fen: number
}

type Terms = Pick<PreorderOfferInput, "book_by" | "harvest_from" | "harvest_to" | "rule">

/** Whether an offer's days and shares hold together on `today`. Error: preorder_terms. */
export function decideTerms({ book_by, harvest_from, harvest_to, rule }: Terms, today: string): Decision<true, "preorder_terms"> {
  const { deposit_percent, instalments } = rule
  if (book_by < today) return no("preorder_terms", "认购截止日不能早于今天")
  if (harvest_from <= book_by) return no("preorder_terms", "采收应在认购截止之后开始")
  if (harvest_to < harvest_from) return no("preorder_terms", "采收结束不能早于开始")
  const rises = instalments.every(({ due_on }, index) => due_on > (instalments[index - 1]?.due_on ?? today))
  if (!rises) return no("preorder_terms", "分期付款的日期应逐期推后，并晚于今天")
  const share = instalments.reduce((sum, { percent }) => sum + percent, deposit_percent)
  return share > 100 ? no("preorder_terms", "首期和分期的比例合计不能超过 100%") : yes(true)
}

/**
 * What of `total_fen` is due when, for a contract signed on `signed_on`: each step is the difference of rounded cumulative shares, so
 * that all of them are the total to the fen. An instalment is never due before the deposit.
 */
export function planSteps({ deposit_percent, deposit_days, instalments }: Pick<PreorderRule, "deposit_percent" | "deposit_days" | "instalments">, total_fen: number, signed_on: string): Step[] {
  const first = addDays(signed_on, deposit_days)
  const shares = [{ kind: "deposit" as const, due_on: first, percent: deposit_percent }, ...instalments.map(({ due_on, percent }) => ({ kind: "instalment" as const, due_on: later(due_on, first), percent }))]
  let [percents, planned] = [0, 0]
  const steps = shares.map(({ kind, due_on, percent }): Step => {
    percents += percent
    const until = shareOf(total_fen, percents)
    const amount_fen = until - planned
    planned = until
    return { kind, due_on, amount_fen }
  })
  return planned < total_fen ? [...steps, { kind: "balance", due_on: null, amount_fen: total_fen - planned }] : steps
}

/** So many percent of fen, half up. */
const shareOf = (fen: number, percent: number): number => Number((BigInt(fen) * BigInt(percent) * 2n + 100n) / 200n)

/** How much is to have arrived by the end of `day`, in fen. */
export const dueBy = (steps: readonly Step[], day: string): number => steps.reduce((sum, { due_on, amount_fen }) => sum + (due_on !== null && due_on <= day ? amount_fen : 0), 0)

/** What arrived, laid over the steps in their order. */
export function coverSteps(steps: readonly Step[], received_fen: number, today: string): (Step & { paid_fen: number; is_overdue: boolean })[] {
  let left = received_fen
  return steps.map((step) => {
    const paid_fen = Math.min(left, step.amount_fen)
    left -= paid_fen
    return { ...step, paid_fen, is_overdue: step.due_on !== null && step.due_on < today && paid_fen < step.amount_fen }
  })
}

/** Whether what is missing has been missing for longer than the days of grace: then the contract lapses. */
export function isLapsed(steps: readonly Step[], received_fen: number, grace_days: number, today: string): boolean {
  return received_fen < dueBy(steps, addDays(today, -grace_days - 1))
}
