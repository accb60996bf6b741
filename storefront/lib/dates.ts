/** Business days are those of Asia/Shanghai, wherever server and reader are. */
const ZONE = "Asia/Shanghai"
const DAY = new Intl.DateTimeFormat("zh-CN", { timeZone: ZONE, year: "numeric", month: "long", day: "numeric" })
const ISO = new Intl.DateTimeFormat("en-CA", { timeZone: ZONE, year: "numeric", month: "2-digit", day: "2-digit" })
const WEEKDAYS = ["一", "二", "三", "四", "五", "六", "日"] as const

/** An instant as its day in China: 2026年11月22日. */
export function chinaDay(instant: string): string {
  return DAY.format(new Date(instant))
}

const MOMENT = new Intl.DateTimeFormat("zh-CN", { timeZone: ZONE, month: "numeric", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" })

/** An instant as day and time in China: 11/22 18:05. */
export function momentText(instant: string): string {
  return MOMENT.format(new Date(instant))
}

/** The business date of an instant, YYYY-MM-DD. */
export function businessDate(instant: Date): string {
  return ISO.format(instant)
}

/** ISO weekday of a business date, 1 Monday to 7 Sunday. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7
}

/** 2026-11-22 → 11月22日 周日. */
export function dayText(date: string): string {
  const [, month, day] = date.split("-")
  return `${Number(month)}月${Number(day)}日 ${weekdayText(weekdayOf(date))}`
}

/** 3 → 周三. */
export function weekdayText(weekday: number): string {
  return `周${WEEKDAYS[weekday - 1]}`
}

/** The date so many days later. */
export function addDays(date: string, days: number): string {
  const moved = new Date(`${date}T00:00:00Z`)
  moved.setUTCDate(moved.getUTCDate() + days)
  return moved.toISOString().slice(0, 10)
}

/** YYYY-MM moved by so many months. */
export function addMonths(month: string, by: number): string {
  const [year, number] = month.split("-").map(Number)
  return new Date(Date.UTC(year!, number! - 1 + by, 1)).toISOString().slice(0, 7)
}

/** A month as weeks from Monday to Sunday; null for days of other months. */
export function monthGrid(month: string): (string | null)[][] {
  const first = `${month}-01`
  const days = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate()
  const cells = [...Array<null>(weekdayOf(first) - 1).fill(null), ...Array.from({ length: days }, (_, index) => addDays(first, index))]
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => Array.from({ length: 7 }, (_, day) => cells[week * 7 + day] ?? null))
}
