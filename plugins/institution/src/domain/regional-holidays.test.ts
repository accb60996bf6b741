import { describe, expect, it } from "vitest"
import { holidayDate } from "./campaign/holiday"
import { type DaysOff, daysOffIn, decideDaysOff, restsIn } from "./regional-holidays"

const off = (change: Partial<DaysOff> = {}): DaysOff => ({ region_code: "650000", holiday: "eid_al_adha", year: 2027, from_on: "2027-05-16", to_on: "2027-05-18", ...change })

describe("days off by a region's decision", () => {
  it.each<[string, string, DaysOff[], string[]]>([
    ["of the province hold in its counties", "653101", [off()], ["2027-05-16"]],
    ["hold nowhere else", "500112", [off()], []],
    ["of a neighbouring county hold there alone", "653101", [off({ region_code: "653121" })], []],
    ["of a county take the place of its province's", "653101", [off(), off({ region_code: "653100", from_on: "2027-05-17" })], ["2027-05-17"]],
    ["of another holiday or year stand beside", "653101", [off(), off({ region_code: "653100", holiday: "eid_al_fitr", from_on: "2027-03-10" }), off({ year: 2028, from_on: "2028-05-05" })], ["2027-05-16", "2027-03-10", "2028-05-05"]],
  ])("%s", (_name, region, decided, days) => expect(daysOffIn(region, decided).map(({ from_on }) => from_on)).toEqual(days))

  it("rest a calendar by their name", () => expect(restsIn("653101", [off(), off({ region_code: "500000" })])).toEqual([{ name: "古尔邦节", from_on: "2027-05-16", to_on: "2027-05-18" }]))

  it.each<[string, Partial<DaysOff>, DaysOff | null, string]>([
    ["entered ahead", {}, null, "yes"], ["changed before they begin", { from_on: "2027-05-17" }, off(), "yes"],
    ["changed once they began", { from_on: "2027-05-17" }, off({ from_on: "2026-12-01" }), "holiday_begun"], ["moved on their first day", {}, off({ from_on: "2026-11-23" }), "holiday_begun"],
    ["that begin today", { year: 2026, from_on: "2026-11-23", to_on: "2026-11-24" }, null, "date_in_the_past"], ["that end before they begin", { to_on: "2027-05-15" }, null, "end_before_start"],
    ["of another year", { year: 2028 }, null, "holiday_year_differs"], ["of eleven days", { to_on: "2027-05-26" }, null, "holiday_too_long"], ["of ten days", { to_on: "2027-05-25" }, null, "yes"],
  ])("%s: %s", (name, change, held, result) => {
    const today = name === "changed once they began" ? "2026-12-01" : "2026-11-23"
    const decided = decideDaysOff(off(change), held, today)
    expect(decided.ok ? "yes" : decided.code).toBe(result)
  })

  it("date a campaign where they were decided, and nowhere else", () =>
    expect([holidayDate("eid_al_adha", 2027, [off()]), holidayDate("eid_al_adha", 2028, [off()]), holidayDate("sanyuesan", 2027, [off()]), holidayDate("national_day", 2027, [])]).toEqual(["2027-05-16", null, null, "2027-10-01"]))
})
