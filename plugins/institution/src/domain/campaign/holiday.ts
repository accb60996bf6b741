import { NATIONAL_HOLIDAYS } from "@fupin/contract/codes"
import type { Holiday, NationalHoliday } from "@fupin/contract/schemas"
import { daysBetween } from "../business-day"
import { holidayOn, lunarFeast } from "../holidays"
import type { DaysOff } from "../regional-holidays"

/** One of 全国年节及纪念日放假办法 (R23), not a region's own. */
export const isNational = (holiday: Holiday): holiday is NationalHoliday => holiday in NATIONAL_HOLIDAYS

/** The first day off of a holiday in a year, by the law's calendar or by what the unit's region decided; null when there is none. */
export function holidayDate(holiday: Holiday, year: number, regional: readonly DaysOff[]): string | null {
  if (!isNational(holiday)) return regional.find((one) => one.holiday === holiday && one.year === year)?.from_on ?? null
  const name = NATIONAL_HOLIDAYS[holiday].replace("节", "")
  const days = daysBetween(`${year}-01-01`, `${year}-12-31`)
  return days.find((day) => holidayOn(day)?.replace("节", "") === name) ?? days.find((day) => lunarFeast(day)?.replace("节", "") === name) ?? null
}
