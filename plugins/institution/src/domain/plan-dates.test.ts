import { describe, expect, it } from "vitest"
import { type Calendar, planDates } from "./plan-dates"

const calendar = (change: Partial<Calendar> = {}): Calendar => ({
  weekdays: [2, 5], starts_on: "2026-09-01", ends_on: null, paused_from: null, resume_on: null, skip_statutory_holidays: true,
  deliver_on_makeup_workdays: false, term_from: "2026-01-01", term_to: "2027-12-31", lead_time_days: 2, vacations: [], regional_holidays: [], ...change,
})
const dates = (change: Partial<Calendar>, from: string, to: string) =>
  planDates(calendar(change), from, to).map(({ date, skipped }) => (skipped ? `${date} ${skipped}` : date))

describe("a standing order's delivery dates", () => {
  it.each<[string, Partial<Calendar>, string, string, string[]]>([
    ["fall on the chosen weekdays", {}, "2026-11-23", "2026-12-04", ["2026-11-24", "2026-11-27", "2026-12-01", "2026-12-04"]],
    ["begin at its start", { starts_on: "2026-11-26" }, "2026-11-23", "2026-11-30", ["2026-11-27"]],
    ["end with its end, that day included", { ends_on: "2026-11-27" }, "2026-11-23", "2026-12-30", ["2026-11-24", "2026-11-27"]],
    ["end with the agreement", { term_to: "2026-11-26" }, "2026-11-23", "2026-12-30", ["2026-11-24"]],
    ["do not begin before the agreement", { term_from: "2026-12-01" }, "2026-11-23", "2026-12-02", ["2026-12-01"]],
    ["show a holiday as skipped, days in lieu too", {}, "2026-09-29", "2026-10-09", ["2026-09-29", "2026-10-02 法定节假日：国庆节", "2026-10-06 法定节假日：国庆节", "2026-10-09"]],
    ["keep holidays when told to", { skip_statutory_holidays: false }, "2026-10-01", "2026-10-07", ["2026-10-02", "2026-10-06"]],
    ["take a make-up Sunday for the Tuesday it replaces", { deliver_on_makeup_workdays: true }, "2026-09-18", "2026-09-22", ["2026-09-18", "2026-09-20", "2026-09-22"]],
    ["leave it when it replaces another day", { deliver_on_makeup_workdays: true, weekdays: [4] }, "2026-09-18", "2026-09-22", []],
    ["show a pause until the day it resumes", { paused_from: "2026-11-25", resume_on: "2026-12-04" }, "2026-11-24", "2026-12-04", ["2026-11-24", "2026-11-27 暂停配送，2026-12-04 恢复", "2026-12-01 暂停配送，2026-12-04 恢复", "2026-12-04"]],
    ["cross into a year not announced yet", { weekdays: [5], ends_on: "2027-02-12" }, "2026-12-25", "2027-01-08", ["2026-12-25", "2027-01-01 法定节假日：元旦", "2027-01-08"]],
    ["rest in a vacation, its first and last day too", { vacations: [{ name: "寒假", from_on: "2026-11-27", to_on: "2026-12-01" }] }, "2026-11-24", "2026-12-04", ["2026-11-24", "2026-11-27 放假：寒假", "2026-12-01 放假：寒假", "2026-12-04"]],
    ["rest on days off that the region decided", { regional_holidays: [{ name: "古尔邦节", from_on: "2026-11-26", to_on: "2026-11-28" }] }, "2026-11-24", "2026-12-01", ["2026-11-24", "2026-11-27 当地节假日：古尔邦节", "2026-12-01"]],
    ["keep these too when told to", { skip_statutory_holidays: false, regional_holidays: [{ name: "古尔邦节", from_on: "2026-11-26", to_on: "2026-11-28" }] }, "2026-11-24", "2026-12-01", ["2026-11-24", "2026-11-27", "2026-12-01"]],
    ["are none when the end lies before the start", { ends_on: "2026-08-01" }, "2026-01-01", "2026-12-31", []],
  ])("%s", (_name, change, from, to, expected) => expect(dates(change, from, to)).toEqual(expected))

  it("carry the last day on which they can be changed", () =>
    expect(planDates(calendar(), "2026-11-24", "2026-11-24")).toEqual([{ date: "2026-11-24", cutoff_on: "2026-11-22", skipped: null }]))
})
