import { describe, expect, it } from "vitest"
import { addDays, addMonths, businessDate, chinaDay, dayText, monthGrid, weekdayOf } from "./dates"

describe("business days", () => {
  it.each([["2026-11-21T15:59:59Z", "2026-11-21"], ["2026-11-21T16:00:00Z", "2026-11-22"]])("%s falls on %s in China", (instant, date) => {
    expect(businessDate(new Date(instant))).toBe(date)
  })

  it("reads as people write it", () => {
    expect(dayText("2026-11-22")).toBe("11月22日 周日")
    expect(chinaDay("2026-11-21T16:00:00Z")).toBe("2026年11月22日")
    expect(weekdayOf("2026-11-23")).toBe(1)
  })

  it.each([["2026-12-31", 1, "2027-01-01"], ["2028-03-01", -1, "2028-02-29"]])("%s and %i days is %s", (date, days, moved) => {
    expect(addDays(date, days)).toBe(moved)
  })

  it.each([["2026-12", 1, "2027-01"], ["2026-01", -1, "2025-12"]])("%s and %i months is %s", (month, by, moved) => {
    expect(addMonths(month, by)).toBe(moved)
  })
})

it("lays a month out in weeks from Monday", () => {
  const weeks = monthGrid("2026-11")
  expect(weeks).toHaveLength(6)
  expect(weeks.every((week) => week.length === 7)).toBe(true)
  expect(weeks[0]).toEqual([null, null, null, null, null, null, "2026-11-01"])
  expect(weeks[5]).toEqual(["2026-11-30", null, null, null, null, null, null])
  expect(monthGrid("2027-02")).toHaveLength(4)
})
