import { NATIONAL_HOLIDAYS } from "@fupin/contract/codes"
import type { Holiday, NationalHoliday } from "@fupin/contract/schemas"
import { describe, expect, it } from "vitest"
import { decideTerms } from "./decide-campaign"
import { holidayDate } from "./holiday"

const REGIONAL = [{ region_code: "530000", holiday: "torch_festival" as const, year: 2028, from_on: "2028-07-14", to_on: "2028-07-16" }]

describe("the day of a holiday", () => {
  it.each<[Holiday, number, string | null]>([
    ["mid_autumn", 2026, "2026-09-25"], ["mid_autumn", 2027, "2027-09-15"], ["national_day", 2027, "2027-10-01"], ["labour_day", 2027, "2027-05-01"],
    ["mid_autumn", 2020, "2020-10-01"], ["national_day", 2020, "2020-10-01"], ["mid_autumn", 2028, "2028-10-03"], ["national_day", 2028, "2028-10-01"],
    ["mid_autumn", 2031, "2031-10-01"], ["national_day", 2031, "2031-10-01"], ["mid_autumn", 2039, "2039-10-02"], ["mid_autumn", 2058, "2058-10-02"],
    ["torch_festival", 2028, "2028-07-14"], ["torch_festival", 2029, null], ["shoton", 2028, null],
  ])("%s of %i is %s, also where two feasts share it", (holiday, year, expected) => expect(holidayDate(holiday, year, REGIONAL)).toBe(expected))

  it("is known for every national holiday of the coming years", () => {
    const years = Array.from({ length: 12 }, (_, index) => 2026 + index)
    const unknown = years.flatMap((year) => (Object.keys(NATIONAL_HOLIDAYS) as NationalHoliday[]).filter((holiday) => holidayDate(holiday, year, []) === null).map((holiday) => `${holiday} ${year}`))
    expect(unknown).toEqual([])
  })

  const terms = { holiday: "mid_autumn" as Holiday, year: 2028, budget_fen: 50_000, floor_fen: null, cap_fen: null, choose_by: "2028-09-20", delivery_mode: "home" as const, pickup: null }
  it("lets a campaign be laid for a feast within another, and refuses one that nobody decided", () => {
    expect(decideTerms(terms, "2028-08-01", [])).toEqual({ ok: true, value: "2028-10-03" })
    expect(decideTerms({ ...terms, choose_by: "2028-10-03" }, "2028-08-01", [])).toMatchObject({ code: "campaign_deadline" })
    expect(decideTerms({ ...terms, holiday: "shoton" }, "2028-08-01", REGIONAL)).toMatchObject({ ok: false, code: "campaign_holiday_elsewhere" })
  })
})
