const DAY_MS = 86_400_000

/** The business day `days` after `date`; both YYYY-MM-DD in Asia/Shanghai, so no zone takes part in the sum. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** ISO weekday of a business day: 1 Monday to 7 Sunday. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7
}

/** Every business day from `from` to `to`, both included; none when `to` lies before `from`. */
export function daysBetween(from: string, to: string): string[] {
  const days: string[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

/** The business day (Asia/Shanghai, no summer time since 1991) of a moment. */
export function businessDay(moment: Date): string {
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
}

/** The earlier, and the later, of two business days. */
export const earlier = (one: string, other: string): string => (one < other ? one : other)
export const later = (one: string, other: string): string => (one > other ? one : other)

/** A missed day is caught up this far back; occurrences are laid out this far ahead. */
export const CATCH_UP_DAYS = 7
export const HORIZON_DAYS = 28
