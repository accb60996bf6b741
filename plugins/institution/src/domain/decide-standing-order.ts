import { type Decision, no, yes } from "@fupin/contract/codes"
import type { PriceRule, SettleBy } from "@fupin/contract/schemas"
import { addDays } from "./business-day"
import { NO_PRICE_FACTS, priceBy, type PriceFacts } from "./price-rule"

/** What an agreement fixes: its term, its delivery days and, for each variant, price and ceiling. */
export interface AgreementTerms {
  valid_from: string
  valid_to: string
  weekdays: number[]
  lines: { variant_id: string; unit_price_fen: number; max_quantity: number | null; min_quantity?: number | null; price_rule?: PriceRule | null; settle_by?: SettleBy }[]
}

interface OrderedLine {
  variant_id: string
  quantity: number
}

type PriceError = "agreement_not_in_force" | "not_in_agreement" | "index_month_missing" | "shelf_price_missing"

/** The price in fen of a variant on a delivery date: the agreed one, as its rule moves it. */
export function decidePrice(terms: AgreementTerms, variantId: string, date: string, facts: PriceFacts = NO_PRICE_FACTS): Decision<number, PriceError> {
  if (date < terms.valid_from || date > terms.valid_to) return no("agreement_not_in_force")
  const line = terms.lines.find(({ variant_id }) => variant_id === variantId)
  return line ? priceBy(line.price_rule ?? { kind: "lock" }, line, date, facts) : no("not_in_agreement")
}

type LineError = "duplicate_line" | "not_in_agreement" | "above_agreed_quantity" | "below_agreed_quantity"

/** Whether the agreement carries these lines, each within its band for one delivery; nought leaves a line out. */
export function decideLines(terms: AgreementTerms, lines: OrderedLine[]): Decision<true, LineError> {
  if (new Set(lines.map(({ variant_id }) => variant_id)).size !== lines.length) return no("duplicate_line")
  for (const { variant_id, quantity } of lines) {
    const agreed = terms.lines.find((line) => line.variant_id === variant_id)
    if (!agreed) return no("not_in_agreement")
    if (agreed.max_quantity !== null && quantity > agreed.max_quantity) return no("above_agreed_quantity")
    if (quantity > 0 && quantity < (agreed.min_quantity ?? 0)) return no("below_agreed_quantity")
  }
  return yes(true)
}

type PlanError = "agreement_not_signed" | "end_before_start" | "agreement_not_in_force" | "weekday_not_in_agreement" | "date_in_the_past"

/** Whether a standing order's days fit the agreement; `earliest` is null for staff, who may enter the past. */
export function decidePlan(
  terms: AgreementTerms & { stage?: string }, plan: { starts_on: string; ends_on: string | null; weekdays: number[] }, earliest: string | null,
): Decision<true, PlanError> {
  if (terms.stage === "draft" || terms.stage === "negotiating") return no("agreement_not_signed")
  if (plan.ends_on !== null && plan.ends_on < plan.starts_on) return no("end_before_start")
  if (plan.starts_on > terms.valid_to || (plan.ends_on ?? plan.starts_on) < terms.valid_from) return no("agreement_not_in_force")
  if (earliest !== null && terms.valid_to < earliest) return no("agreement_not_in_force")
  if (earliest !== null && plan.ends_on !== null && plan.ends_on < earliest) return no("date_in_the_past")
  return plan.weekdays.every((day) => terms.weekdays.includes(day)) ? yes(true) : no("weekday_not_in_agreement")
}

/** The days of a pause: from `from` (today unless said) to the day before `resume_on`. Errors: date_in_the_past, end_before_start. */
export function decidePause(pause: { from?: string; resume_on: string }, today: string): Decision<{ paused_from: string; resume_on: string }, "date_in_the_past" | "end_before_start"> {
  const paused_from = pause.from ?? today
  if (paused_from < today) return no("date_in_the_past")
  return pause.resume_on <= paused_from ? no("end_before_start") : yes({ paused_from, resume_on: pause.resume_on })
}

/** The last day of delivery when a standing order is ended by its buyer; it may lie on the day before it would have begun. */
export function decideEnd(order: { starts_on: string }, ends_on: string | undefined, today: string): Decision<string, "date_in_the_past"> {
  if (ends_on !== undefined && ends_on < today) return no("date_in_the_past")
  const last = ends_on ?? today
  return yes(last < order.starts_on ? addDays(order.starts_on, -1) : last)
}

/** What is asked for on one date: the standing quantities, except where the buyer set that date's own; zero leaves a line out. */
export function mergeLines(standing: OrderedLine[], edits: Record<string, number>): OrderedLine[] {
  const held = standing.map(({ variant_id, quantity }) => ({ variant_id, quantity: edits[variant_id] ?? quantity }))
  const added = Object.entries(edits).filter(([id]) => !standing.some(({ variant_id }) => variant_id === id)).map(([variant_id, quantity]) => ({ variant_id, quantity }))
  return [...held, ...added]
}
