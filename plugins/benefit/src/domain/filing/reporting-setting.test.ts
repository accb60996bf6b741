import { describe, expect, it } from "vitest"
import { decideRegionPeriod, decideSetting, periodsUpTo, type ReportingSetting, termsOf } from "./reporting-setting"

const setting = (region_code: string, valid_from: string, cutoff_day: number, due_day: number, stage: ReportingSetting["stage"] = "payable") => ({ region_code, valid_from, cutoff_day, due_day, stage })
const settings = [setting("500000", "2026-01", 25, 26), setting("500238", "2026-03", 20, 22, "settled"), setting("500238", "2026-06", 31, 5)]

describe("a region's terms", () => {
  it.each([
    ["420000", "2026-05", 28, 29, "payable"],
    ["500237", "2026-05", 25, 26, "payable"],
    ["500238104", "2025-12", 28, 29, "payable"],
    ["500238104", "2026-02", 25, 26, "payable"],
    ["500238104", "2026-05", 20, 22, "settled"],
    ["500238", "2026-07", 31, 5, "payable"],
  ])("of %s in %s: cut-off %i, due %i, %s", (region, period, cutoff_day, due_day, stage) => expect(termsOf(settings, region, period)).toMatchObject({ cutoff_day, due_day, stage }))

  it("join period to period where they change", () => {
    const bounds = (period: string) => { const decision = decideRegionPeriod(settings, "500238104", period); return decision.ok ? decision.value : expect.fail() }
    for (let month = 1; month < 12; month++) {
      const name = (number: number) => `2026-${String(number).padStart(2, "0")}`
      expect(bounds(name(month + 1)).from).toEqual(bounds(name(month)).to)
    }
    expect(bounds("2026-06")).toMatchObject({ first_day: "2026-05-21", last_day: "2026-06-30", due_day: "2026-07-05" })
    expect(decideRegionPeriod(settings, "500238", "2026-6")).toMatchObject({ ok: false, code: "invalid_period" })
  })

  it("name the periods a unit has begun", () => {
    const unit = { region_code: "500238", since: "2026-01", until: null }
    expect(periodsUpTo(settings, unit, new Date("2026-03-20T15:59:59Z"))).toEqual(["2026-01", "2026-02", "2026-03"])
    expect(periodsUpTo(settings, unit, new Date("2026-03-20T16:00:00Z"))).toEqual(["2026-01", "2026-02", "2026-03", "2026-04"])
    expect(periodsUpTo(settings, { ...unit, until: "2026-02" }, new Date("2027-01-01"))).toEqual(["2026-01", "2026-02"])
    expect(periodsUpTo(settings, { ...unit, since: "2027-01" }, new Date("2026-06-01"))).toEqual([])
  })

  it("never change for a period that has ended or was filed", () => {
    expect(decideSetting({ valid_from: "2026-11" }, "2026-11")).toMatchObject({ ok: false, code: "setting_touches_past" })
    expect(decideSetting({ valid_from: "2026-12" }, "2026-11")).toMatchObject({ ok: true })
    expect(decideSetting({ valid_from: "2026-01" }, null)).toMatchObject({ ok: true })
  })
})
