import { businessDate } from "../dates"

/** The year that an address asks for, this one when it names none that there can be. */
export function askedYear(asked: unknown, now = new Date()): { year: number; thisYear: number } {
  const thisYear = Number(businessDate(now).slice(0, 4))
  const year = Math.trunc(Number(asked))
  return { year: year >= 2020 && year <= thisYear + 1 ? year : thisYear, thisYear }
}
