import type { Holiday } from "@fupin/contract/schemas"
import { daysBetween } from "../business-day"
import { holidayOn } from "../holidays"

/** The holidays of 全国年节及纪念日放假办法 (R23), as `holidayOn` names them. */
export const HOLIDAY_NAMES = {
  new_year: "元旦", spring_festival: "春节", qingming: "清明", labour_day: "劳动节", dragon_boat: "端午节", mid_autumn: "中秋节", national_day: "国庆节",
} as const satisfies Record<Holiday, string>

/** The first day off of a holiday in a year, by the law's calendar; null when there is none. */
export function holidayDate(holiday: Holiday, year: number): string | null {
  const name = HOLIDAY_NAMES[holiday].replace("节", "")
  return daysBetween(`${year}-01-01`, `${year}-12-31`).find((day) => holidayOn(day)?.replace("节", "") === name) ?? null
}
