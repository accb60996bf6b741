import { type Decision, no, yes } from "@fupin/contract/codes"
import { formatFen } from "@fupin/contract/money"

/** Who enters a unit's figures: the office for any year and day, the unit itself within what still lies ahead. */
export type EntrySide = "office" | "unit"

/** Whether a year's budget may be set to `amount_fen` where `committed_fen` of it is taken. A unit's own never goes below that. Errors: budget_other_year, budget_below_committed. */
export function decideBudget(side: EntrySide, budget: { year: number; amount_fen: number }, committed_fen: number, today: string): Decision<true, "budget_other_year" | "budget_below_committed"> {
  if (side === "office") return yes(true)
  const thisYear = Number(today.slice(0, 4))
  if (budget.year !== thisYear && budget.year !== thisYear + 1) return no("budget_other_year")
  if (budget.amount_fen < committed_fen) return no("budget_below_committed", `这一年已下单和预留 ${formatFen(committed_fen)} 元，预算不能低于它，请填写不低于它的金额`)
  return yes(true)
}

/** Whether members on `on_day` may be entered, `held` telling that the day has a row. What counted already is the office's to correct. Errors: headcount_in_past, headcount_counted. */
export function decideHeadcount(side: EntrySide, on_day: string, held: boolean, today: string): Decision<true, "headcount_in_past" | "headcount_counted"> {
  if (side === "office") return yes(true)
  if (on_day.slice(0, 7) < today.slice(0, 7)) return no("headcount_in_past")
  return held && on_day < today ? no("headcount_counted") : yes(true)
}
