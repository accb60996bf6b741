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
  /** When the papers are due (R61). */
  due_day: string
}

/**
 * YYYY-MM runs from the 29th of the month before to the 28th, Asia/Shanghai, and is due on the 29th;
 * a February without one is due on its last day, and the March after it begins on the 1st (R61). Error: invalid_period.
 */
export function decidePeriod(period: string): Decision<PeriodBounds, "invalid_period"> {
  const [, year, month] = /^(20\d{2})-(0[1-9]|1[0-2])$/.exec(period) ?? []
  if (!year || !month) return no("invalid_period")
  const from = afterThe28th(Number(year), Number(month) - 1)
  const to = afterThe28th(Number(year), Number(month))
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return yes({
    from: new Date(from), to: new Date(to), first_day: shanghaiDay(new Date(from)), last_day: `${period}-28`,
    due_day: `${period}-${Math.min(29, days)}`,
  })
}

/** Midnight in Shanghai (UTC+8, no summer time since 1991) after the 28th; month 0 is December of the year before. */
function afterThe28th(year: number, month: number): number {
  return Date.UTC(year, month - 1, 28) + DAY - 8 * 3_600_000
}

/** The business date of an instant, YYYY-MM-DD in Asia/Shanghai. */
export function shanghaiDay(instant: Date): string {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
}

/** Date and minute as the papers print them, Asia/Shanghai. */
export function shanghaiMinute(instant: Date): string {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace("T", " ")
}
