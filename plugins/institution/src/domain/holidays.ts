import { getDayDetail, isInLieu } from "chinese-days"
import { Solar } from "lunar-typescript"
import { addDays, daysBetween, weekdayOf } from "./business-day"

/** The last year whose holidays the State Council has announced and `chinese-days` carries; beyond it the package is silent. */
export const LAST_ANNOUNCED_YEAR = 2026

const FIXED: Record<string, string> = { "01-01": "元旦", "05-01": "劳动节", "05-02": "劳动节", "10-01": "国庆节", "10-02": "国庆节", "10-03": "国庆节" }
const LUNAR: Record<string, string> = { "1-1": "春节", "1-2": "春节", "1-3": "春节", "5-5": "端午节", "8-15": "中秋节" }

/** The statutory holiday a business day belongs to (放假 as announced, days in lieu too), or null. */
export function holidayOn(date: string): string | null {
  if (yearOf(date) > LAST_ANNOUNCED_YEAR) return holidayByLaw(date)
  const { work, name } = getDayDetail(date)
  return work ? null : chineseName(name)
}

/** The feast of the lunar calendar that a day is, also where another holiday has the day (中秋 on 3 October 2028); null: none. */
export function lunarFeast(date: string): string | null {
  const lunar = Solar.fromYmd(yearOf(date), Number(date.slice(5, 7)), Number(date.slice(8))).getLunar()
  return LUNAR[`${lunar.getMonth()}-${lunar.getDay()}`] ?? null
}

/**
 * The weekday that a make-up working day (调休上班) stands in for, or null when the day is none.
 * The first make-up day of a holiday replaces its first day in lieu, and so on.
 */
export function makeupFor(date: string): number | null {
  if (yearOf(date) > LAST_ANNOUNCED_YEAR) return null
  const { work, name } = getDayDetail(date)
  if (!work || chineseName(name) === null) return null
  const around = daysBetween(addDays(date, -21), addDays(date, 21))
  const makeups = around.filter((day) => getDayDetail(day).work && getDayDetail(day).name === name)
  const inLieu = around.filter((day) => isInLieu(day) && getDayDetail(day).name === name)
  const replaced = inLieu[makeups.indexOf(date)]
  return replaced === undefined ? null : weekdayOf(replaced)
}

/** 全国年节及纪念日放假办法 (2025): the days themselves, for years whose exchange days are not announced yet. */
function holidayByLaw(date: string): string | null {
  const solar = Solar.fromYmd(yearOf(date), Number(date.slice(5, 7)), Number(date.slice(8)))
  const lunar = solar.getLunar()
  const tomorrow = solar.next(1).getLunar()
  if (tomorrow.getMonth() === 1 && tomorrow.getDay() === 1) return "春节"
  if (lunar.getJieQi() === "清明") return "清明"
  return FIXED[date.slice(5)] ?? LUNAR[`${lunar.getMonth()}-${lunar.getDay()}`] ?? null
}

/** `chinese-days` names a holiday "National Day,国庆节,3" and an ordinary day by its English weekday. */
function chineseName(name: string): string | null {
  return name.split(",")[1] ?? null
}

const yearOf = (date: string): number => Number(date.slice(0, 4))
