/*
 * Thirteen months of one school, 2023-09-01 to 2024-09-30, day by day: term, vacations, holidays as announced, make-up workdays,
 * a pause, a shortage week, a price index that comes out late, a buyer who leaves, and 29 February. What must happen is written
 * here from the State Council's notices and the school's own calendar, by no code of the house: the rules are held to it
 * (year-simulation.test.ts), and so is the hourly run on a real database (tests/faults/school-year.test.ts).
 */
export const FROM = "2023-09-01"
export const TO = "2024-09-30"

/** Monday and Thursday of every week, and the two buyers' year. */
export const PAUSE = { entered_on: "2024-05-20", from: "2024-05-23", resume_on: "2024-06-03" }
export const VACATIONS = [{ name: "寒假", from_on: "2024-01-20", to_on: "2024-02-25" }, { name: "暑假", from_on: "2024-07-06", to_on: "2024-08-31" }]
/** The vacations are entered this late, when days of them are laid out already. */
export const ENTERED_ON: Record<string, string> = { 寒假: "2024-01-10", 暑假: "2024-06-20" }
/** The buyer leaves, and a successor is verified, between two deliveries. */
export const LEAVES = new Date("2023-11-25T00:00:00Z")
export const SUCCESSOR = new Date("2023-11-29T00:00:00Z")
/** Values come out as their month ends; that of March only on 18 April. */
const BASE = 10_000
const RISE = 100
const LATE = { month: "2024-03", on: "2024-04-18" }

/** Notices 国办发明电〔2022〕16号 and 〔2023〕7号: days off that are Mondays or Thursdays, and make-up days with the weekday each stands in for. */
const HOLIDAYS: Record<string, string> = {
  "2023-10-02": "国庆节", "2023-10-05": "国庆节", "2024-01-01": "元旦", "2024-02-12": "春节", "2024-02-15": "春节", "2024-04-04": "清明", "2024-05-02": "劳动节", "2024-06-10": "端午", "2024-09-16": "中秋",
}
const MAKE_UP: Record<string, "一" | "四"> = { "2023-10-07": "四", "2024-02-04": "四", "2024-04-28": "四", "2024-09-14": "一" }

export type Day = { state: string; why: string | null; price_fen: number | null; supplied: number | null }
const skipped = (why: string): Day => ({ state: "skipped", why, price_fen: null, supplied: null })

/** The year as it must be, by date. */
export function expectedYear(): Record<string, Day> {
  const year: Record<string, Day> = {}
  for (let day = Date.UTC(2023, 8, 1); day <= Date.UTC(2024, 8, 30); day += 24 * 3_600_000) {
    const moment = new Date(day)
    const date = `${moment.getUTCFullYear()}-${String(moment.getUTCMonth() + 1).padStart(2, "0")}-${String(moment.getUTCDate()).padStart(2, "0")}`
    if (![1, 4].includes(moment.getUTCDay()) && !(date in MAKE_UP)) continue
    year[date] = expectedDay(date)
  }
  return year
}

function expectedDay(date: string): Day {
  if (date >= "2024-05-23" && date <= "2024-06-02") return skipped("暂停配送，2024-06-03 恢复")
  if (date >= "2024-01-20" && date <= "2024-02-25") return skipped("放假：寒假")
  if (date >= "2024-07-06" && date <= "2024-08-31") return skipped("放假：暑假")
  if (date in HOLIDAYS) return skipped(`法定节假日：${HOLIDAYS[date]}`)
  // The March value is out on 18 April: 15 April is caught up, 11 April still lies within seven days, what came before is missed.
  if (date >= "2024-04-01" && date < "2024-04-11") return { state: "cancelled", why: "missed", price_fen: null, supplied: null }
  const price_fen = PRICES[date.slice(0, 7)]!
  const supplied = SHORT_WEEK.includes(date) ? 12 : 40
  return { state: supplied < 40 ? "short" : "placed", why: supplied < 40 ? "采收量不足" : null, price_fen, supplied }
}

/** In the week of the hail sixty are pledged for the school's forty and a hospital's one hundred and sixty: three tenths of each. */
export const SHORT_WEEK = ["2024-03-18", "2024-03-21"]
/** ¥50.00 in August 2023, one hundredth of it more each month, a month late. */
const PRICES: Record<string, number> = {
  "2023-09": 5000, "2023-10": 5050, "2023-11": 5100, "2023-12": 5150, "2024-01": 5200, "2024-02": 5250, "2024-03": 5300, "2024-04": 5350, "2024-05": 5400, "2024-06": 5450, "2024-07": 5500, "2024-08": 5550, "2024-09": 5600,
}

export const BASE_MONTH = "2023-08"

/** What is published of the index on a day, in hundredths by month. */
export function indexValues(today: string): { month: string; value: number }[] {
  const months = [BASE_MONTH, ...Object.keys(PRICES)].slice(0, -1)
  return months.map((month, at) => ({ month, value: BASE + RISE * at, on: month === LATE.month ? LATE.on : lastButOne(months[at + 1] ?? "2024-09") })).filter(({ on }) => today >= on).map(({ month, value }) => ({ month, value }))
}

/** The day before the last of the month before this one. */
const lastButOne = (month: string): string => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)) - 1, -1)).toISOString().slice(0, 10)
