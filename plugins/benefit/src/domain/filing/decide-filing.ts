import { type Decision, no, yes } from "@fupin/contract/codes"

const DAY = 86_400_000

export type FilingState = "open" | "submitted" | "returned" | "accepted"

/** A filing as far as its next step depends on it. */
export interface FilingFacts {
  state: FilingState
  /** Raised by every step: whoever saw an older one is told. */
  version: number
  to_at: Date
  due_at: Date
  submitted_by: string | null
}

/** Who acts, and what they saw. */
export interface Act {
  actor_id: string
  version: number
  now: Date
}

/** From when on a unit may submit: when the period is over, or a day before it is due where that comes first (a February without a 29th). */
export function submittableFrom({ to_at, due_at }: Pick<FilingFacts, "to_at" | "due_at">): Date {
  return new Date(Math.min(to_at.getTime(), due_at.getTime() - DAY))
}

/** Too late is whatever comes after the due day. */
export function isLate(due_at: Date, at: Date): boolean {
  return at >= due_at
}

/**
 * May the unit submit? `open_items`: what its checklist still misses; `earlier`: the state of the unit's filing before this one.
 * Answers whether it is late. Errors: filing_moved_on, period_not_over, earlier_filing_open, checklist_incomplete.
 */
export function decideSubmission(filing: FilingFacts, act: Act, open_items: number, earlier: FilingState | null): Decision<{ is_late: boolean }, "filing_moved_on" | "period_not_over" | "earlier_filing_open" | "checklist_incomplete"> {
  if (filing.version !== act.version || (filing.state !== "open" && filing.state !== "returned")) return no("filing_moved_on")
  if (act.now < submittableFrom(filing)) return no("period_not_over")
  if (earlier !== null && earlier !== "accepted") return no("earlier_filing_open")
  if (open_items > 0) return no("checklist_incomplete", `清单还有 ${open_items} 项没有办结，请补齐或说明原因后再报送`)
  return yes({ is_late: isLate(filing.due_at, act.now) })
}

/** May the office return it? Errors: filing_moved_on, reason_required. */
export function decideReturn(filing: FilingFacts, act: Act, reasons: string): Decision<{ reasons: string }, "filing_moved_on" | "reason_required"> {
  if (filing.version !== act.version || filing.state !== "submitted") return no("filing_moved_on")
  return reasons.trim().length < 4 ? no("reason_required") : yes({ reasons: reasons.trim() })
}

/** May the office accept it? Never who submitted it. Errors: filing_moved_on, not_your_own_filing. */
export function decideAcceptance(filing: FilingFacts, act: Act): Decision<true, "filing_moved_on" | "not_your_own_filing"> {
  if (filing.version !== act.version || filing.state !== "submitted") return no("filing_moved_on")
  return filing.submitted_by === act.actor_id ? no("not_your_own_filing") : yes(true)
}

/** What to remind a unit of now: so many days before it is due, and once it is overdue. */
export function planReminder({ state, to_at, due_at }: FilingFacts, remind_days: number, now: Date): "due" | "overdue" | null {
  if (state !== "open" && state !== "returned") return null
  if (isLate(due_at, now)) return "overdue"
  return now >= new Date(Math.min(submittableFrom({ to_at, due_at }).getTime(), due_at.getTime() - remind_days * DAY)) ? "due" : null
}
