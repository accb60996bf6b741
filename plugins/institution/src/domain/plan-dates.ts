import { addDays, daysBetween, earlier, later, weekdayOf } from "./business-day"
import { type Vacation, vacationOn } from "./commitment"
import { holidayOn, makeupFor } from "./holidays"

/** When a standing order delivers. All dates are business days; `ends_on` and `term_to` are included. */
export interface Calendar {
  weekdays: number[]
  starts_on: string
  ends_on: string | null
  paused_from: string | null
  resume_on: string | null
  skip_statutory_holidays: boolean
  deliver_on_makeup_workdays: boolean
  term_from: string
  term_to: string
  lead_time_days: number
  /** Of the unit; none where the standing order does not observe them. */
  vacations: readonly Vacation[]
  /** Days off that the unit's region decided beside the statutory holidays; skipped like these. */
  regional_holidays: readonly Vacation[]
}

export interface PlannedDate {
  date: string
  cutoff_on: string
  /** Why nothing is delivered on a date that the weekdays would give; null when something is. */
  skipped: string | null
}

/** The delivery dates of a calendar between two days, holidays, vacations and pauses among them as skipped with their reason (R20, R21). */
export function planDates(calendar: Calendar, from: string, to: string): PlannedDate[] {
  const first = later(later(from, calendar.starts_on), calendar.term_from)
  const last = earlier(earlier(to, calendar.ends_on ?? to), calendar.term_to)
  return daysBetween(first, last)
    .filter((date) => isDeliveryDay(calendar, date))
    .map((date) => ({ date, cutoff_on: addDays(date, -calendar.lead_time_days), skipped: skippedBecause(calendar, date) }))
}

/** Whether the calendar names this very day, before holidays and pauses. */
function isDeliveryDay(calendar: Calendar, date: string): boolean {
  if (calendar.weekdays.includes(weekdayOf(date))) return true
  const replaced = calendar.deliver_on_makeup_workdays ? makeupFor(date) : null
  return replaced !== null && calendar.weekdays.includes(replaced)
}

function skippedBecause(calendar: Calendar, date: string): string | null {
  const { paused_from, resume_on } = calendar
  if (paused_from !== null && date >= paused_from && (resume_on === null || date < resume_on)) return resume_on ? `暂停配送，${resume_on} 恢复` : "暂停配送"
  const vacation = vacationOn(calendar.vacations, date)
  if (vacation) return `放假：${vacation.name}`
  if (!calendar.skip_statutory_holidays) return null
  const [holiday, regional] = [holidayOn(date), vacationOn(calendar.regional_holidays, date)]
  return holiday ? `法定节假日：${holiday}` : regional && `当地节假日：${regional.name}`
}
