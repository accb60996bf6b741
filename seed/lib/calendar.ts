const DAY_MS = 86_400_000
const BEIJING_MS = 8 * 3_600_000

/** The business date (YYYY-MM-DD, Asia/Shanghai) of an instant. */
export function businessDate(instant: Date): string {
  return new Date(instant.getTime() + BEIJING_MS).toISOString().slice(0, 10)
}

/** The business date so many days after `date`; before it when negative. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** An instant of a business date, as ISO 8601 with its offset. */
export function at(date: string, hour: number, minute = 0): string {
  const two = (part: number) => String(part).padStart(2, "0")
  return `${date}T${two(hour)}:${two(minute)}:00+08:00`
}

/** ISO weekday, 1 Monday to 7 Sunday. */
export function weekday(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7
}

export function monthOf(date: string): number {
  return Number(date.slice(5, 7))
}
