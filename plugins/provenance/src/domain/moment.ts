import { type Decision, no, yes } from "@fupin/contract/codes"

export interface Span {
  valid_from: Date
  valid_to: Date | null
}

const DAY_MS = 86_400_000
const isDate = (moment: string) => moment.length === 10
const midnight = (date: string) => Date.parse(`${date}T00:00:00+08:00`)

/**
 * Reads a validity as instants, the end excluded. A business date starts at its first moment and, as an end, includes
 * its whole day (Asia/Shanghai). Error: invalid_validity when nothing lies between.
 */
export function readSpan(input: { valid_from: string; valid_to: string | null }): Decision<Span, "invalid_validity"> {
  const valid_from = new Date(isDate(input.valid_from) ? midnight(input.valid_from) : Date.parse(input.valid_from))
  if (input.valid_to === null) return yes({ valid_from, valid_to: null })
  const valid_to = new Date(isDate(input.valid_to) ? midnight(input.valid_to) + DAY_MS : Date.parse(input.valid_to))
  return valid_to > valid_from ? yes({ valid_from, valid_to }) : no("invalid_validity")
}

/** Whether a span holds at `now`; its last moment is the one before `valid_to`. */
export function holdsAt(span: Span, now: Date): boolean {
  return span.valid_from <= now && (span.valid_to === null || now < span.valid_to)
}

/** Whether two spans share a moment. */
export function overlap(a: Span, b: Span): boolean {
  return (b.valid_to === null || a.valid_from < b.valid_to) && (a.valid_to === null || b.valid_from < a.valid_to)
}
