import { getDayDetail } from "chinese-days"
import { describe, expect, it } from "vitest"
import { addDays, businessDay, daysBetween, weekdayOf } from "./business-day"
import { holidayOn, LAST_ANNOUNCED_YEAR, makeupFor } from "./holidays"

describe("business days", () => {
  it.each([["2026-12-31", 1, "2027-01-01"], ["2028-02-28", 1, "2028-02-29"], ["2026-03-01", -1, "2026-02-28"]])("%s and %i day(s) is %s", (from, days, to) => expect(addDays(from, days)).toBe(to))
  it.each([["2026-11-23", 1], ["2026-11-29", 7], ["2026-12-05", 6]])("%s is weekday %i", (date, weekday) => expect(weekdayOf(date)).toBe(weekday))
  it("turn at midnight in Shanghai", () => {
    expect(businessDay(new Date("2026-11-22T15:59:59Z"))).toBe("2026-11-22")
    expect(businessDay(new Date("2026-11-22T16:00:00Z"))).toBe("2026-11-23")
  })
  it("are none when the end lies before the start", () => expect(daysBetween("2026-11-23", "2026-11-22")).toEqual([]))
})

describe("statutory holidays", () => {
  it.each([
    ["2026-10-01", "国庆节"], ["2026-10-06", "国庆节"], ["2026-10-08", null], ["2026-10-10", null], ["2026-02-20", "春节"], ["2026-03-08", null], ["2026-08-01", null], ["2026-11-28", null],
    ["2027-01-01", "元旦"], ["2027-02-05", "春节"], ["2027-02-06", "春节"], ["2027-02-09", null], ["2027-04-05", "清明"], ["2027-05-02", "劳动节"], ["2027-05-03", null],
    ["2027-06-09", "端午节"], ["2027-09-15", "中秋节"], ["2027-10-03", "国庆节"], ["2030-02-02", "春节"], ["2030-02-03", "春节"],
  ])("%s is %s", (date, name) => expect(holidayOn(date)).toBe(name))

  it.each([["2026-02-14", 5], ["2026-02-28", 1], ["2026-09-20", 2], ["2026-10-10", 3], ["2026-11-28", null], ["2026-10-12", null], ["2027-02-14", null]])(
    "%s makes up for weekday %s", (date, weekday) => expect(makeupFor(date)).toBe(weekday))

  it("are announced up to the year we say, and not beyond", () => {
    expect(getDayDetail(`${LAST_ANNOUNCED_YEAR}-10-01`).name).toContain("国庆节")
    expect(getDayDetail(`${LAST_ANNOUNCED_YEAR + 1}-10-01`).name).not.toContain("国庆节")
  })
})
