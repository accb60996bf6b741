import { type Decision, no, yes } from "@fupin/contract/codes"

const DAY = 86_400_000

export interface PeriodBounds {
  /** First instant, inclusive. */
  from: Date
  /** First instant after, exclusive. */
  to: Date
  /** First and last business day, YYYY-MM-DD. */
  first_day: string
  last_day: string
  /** When the papers are due (R61): the day, and the first instant that is too late. */
  due_day: string
  due_at: Date
}

/** Days of the month, 1 to 31; a shorter month takes its last day for either. */
export interface CutOff {
  /** The last day of a period. */
  cutoff_day: number
  /** When its papers are due: in the same month when later than the cut-off, else in the next. */
  due_day: number
}

/** R61: 每月 29 日前. */
export const DEFAULT_CUT_OFF: CutOff = { cutoff_day: 28, due_day: 29 }

/**
 * YYYY-MM runs from the day after the cut-off of the month before to its own cut-off, Asia/Shanghai; by default from the 29th to the
 * 28th, due on the 29th, in a February without one on its last day (R61). `before` is the cut-off of the period before, where the
 * region changed it since: no gap and no overlap. Error: invalid_period.
 */
export function decidePeriod(period: string, own: CutOff = DEFAULT_CUT_OFF, before: CutOff = own): Decision<PeriodBounds, "invalid_period"> {
  const [, year, month] = /^(20\d{2})-(0[1-9]|1[0-2])$/.exec(period) ?? []
  if (!year || !month) return no("invalid_period")
  const from = endOfDay(Number(year), Number(month) - 1, before.cutoff_day)
  const to = endOfDay(Number(year), Number(month), own.cutoff_day)
  const due_at = endOfDay(Number(year), Number(month) + (own.due_day > own.cutoff_day ? 0 : 1), own.due_day)
  const lastDay = (end: number) => shanghaiDay(new Date(end - 1))
  return yes({ from: new Date(from), to: new Date(to), first_day: shanghaiDay(new Date(from)), last_day: lastDay(to), due_day: lastDay(due_at), due_at: new Date(due_at) })
}

/** The midnight in Shanghai (UTC+8, no summer time since 1991) that ends this day, or the month's last; month 0 is December of the year before. */
function endOfDay(year: number, month: number, day: number): number {
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return Date.UTC(year, month - 1, Math.min(day, days)) + DAY - 8 * 3_600_000
}

/** The period so many months later; earlier when negative. */
export function periodAfter(period: string, months: number): string {
  const [year, month] = period.split("-").map(Number) as [number, number]
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 7)
}

/** The business date of an instant, YYYY-MM-DD in Asia/Shanghai. */
export function shanghaiDay(instant: Date): string {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
}

/** Date and minute as the papers print them, Asia/Shanghai. */
export function shanghaiMinute(instant: Date): string {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace("T", " ")
}
