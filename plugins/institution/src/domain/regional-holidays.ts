import { regionContains } from "@fupin/access/domain/decide-staff"
import { type Decision, no, REGIONAL_HOLIDAYS, yes } from "@fupin/contract/codes"
import type { RegionalHoliday } from "@fupin/contract/schemas"
import { daysBetween } from "./business-day"
import type { Vacation } from "./commitment"

/** Days off for a holiday of minorities, by a government's decision for its region. */
export interface DaysOff {
  region_code: string
  holiday: RegionalHoliday
  year: number
  from_on: string
  to_on: string
}

/** What holds for a unit in a division: of each holiday and year the narrowest division's decision. */
export function daysOffIn<Row extends DaysOff>(region_code: string, decided: readonly Row[]): Row[] {
  const here = decided.filter((one) => regionContains(one.region_code, region_code))
  return here.filter((one) => !here.some((other) => other.holiday === one.holiday && other.year === one.year && other.region_code !== one.region_code && regionContains(one.region_code, other.region_code)))
}

/** The days on which a unit's calendar rests beside the statutory ones, by name. */
export function restsIn(region_code: string, decided: readonly DaysOff[]): Vacation[] {
  return daysOffIn(region_code, decided).map(({ holiday, from_on, to_on }) => ({ name: REGIONAL_HOLIDAYS[holiday], from_on, to_on }))
}

const MOST_DAYS = 10

/** Whether days off may be entered on the business day `today`, over those that stood for the same region, holiday and year: nothing that began is changed. */
export function decideDaysOff(input: DaysOff, held: DaysOff | null, today: string): Decision<DaysOff, "end_before_start" | "holiday_year_differs" | "holiday_too_long" | "date_in_the_past" | "holiday_begun"> {
  if (held && held.from_on <= today) return no("holiday_begun")
  if (input.to_on < input.from_on) return no("end_before_start")
  if (!input.from_on.startsWith(String(input.year))) return no("holiday_year_differs")
  if (daysBetween(input.from_on, input.to_on).length > MOST_DAYS) return no("holiday_too_long")
  return input.from_on <= today ? no("date_in_the_past") : yes(input)
}
