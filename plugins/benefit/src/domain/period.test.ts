import { describe, expect, it } from "vitest"
import { type CutOff, decidePeriod, periodAfter, shanghaiDay, shanghaiMinute } from "./period"

describe("a period runs from the 29th to the 28th in Shanghai", () => {
  it.each([
    ["2026-11", "2026-10-29", "2026-11-28", "2026-11-29"],
    ["2026-01", "2025-12-29", "2026-01-28", "2026-01-29"],
    ["2026-02", "2026-01-29", "2026-02-28", "2026-02-28"],
    ["2026-03", "2026-03-01", "2026-03-28", "2026-03-29"],
    ["2028-02", "2028-01-29", "2028-02-28", "2028-02-29"],
    ["2028-03", "2028-02-29", "2028-03-28", "2028-03-29"],
  ])("%s: %s to %s, due %s", (period, first_day, last_day, due_day) =>
    expect(decidePeriod(period)).toMatchObject({ ok: true, value: { first_day, last_day, due_day } }))

  it("begins and ends at midnight in Shanghai", () => expect(decidePeriod("2026-11")).toMatchObject({
    value: { from: new Date("2026-10-28T16:00:00Z"), to: new Date("2026-11-28T16:00:00Z") },
  }))

  it("leaves no gap and no overlap in four years", () => {
    const months = Array.from({ length: 48 }, (_, i) => `${2025 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`)
    const bounds = months.map((month) => decidePeriod(month)).map((decision) => (decision.ok ? decision.value : expect.fail()))
    bounds.slice(1).forEach((bound, i) => expect(bound.from).toEqual(bounds[i]!.to))
  })

  it.each(["2026-13", "2026-1", "1999-01", "", "2026-11-01", "二〇二六"])("refuses %s", (bad) =>
    expect(decidePeriod(bad)).toMatchObject({ ok: false, code: "invalid_period" }))

  it("prints business time", () => {
    expect(shanghaiDay(new Date("2026-11-22T16:00:00Z"))).toBe("2026-11-23")
    expect(shanghaiMinute(new Date("2026-11-22T16:05:00Z"))).toBe("2026-11-23 00:05")
  })
})

describe("a region sets its own cut-off and due day", () => {
  it.each<[string, CutOff, string, string, string]>([
    ["2026-11", { cutoff_day: 25, due_day: 27 }, "2026-10-26", "2026-11-25", "2026-11-27"],
    ["2026-02", { cutoff_day: 31, due_day: 5 }, "2026-02-01", "2026-02-28", "2026-03-05"],
    ["2028-02", { cutoff_day: 31, due_day: 5 }, "2028-02-01", "2028-02-29", "2028-03-05"],
    ["2026-03", { cutoff_day: 30, due_day: 31 }, "2026-03-01", "2026-03-30", "2026-03-31"],
    ["2026-04", { cutoff_day: 30, due_day: 31 }, "2026-03-31", "2026-04-30", "2026-04-30"],
    ["2026-02", { cutoff_day: 28, due_day: 31 }, "2026-01-29", "2026-02-28", "2026-02-28"],
    ["2026-12", { cutoff_day: 31, due_day: 3 }, "2026-12-01", "2026-12-31", "2027-01-03"],
    ["2027-01", { cutoff_day: 20, due_day: 20 }, "2026-12-21", "2027-01-20", "2027-02-20"],
  ])("%s with %j: %s to %s, due %s", (period, cutOff, first_day, last_day, due_day) =>
    expect(decidePeriod(period, cutOff)).toMatchObject({ ok: true, value: { first_day, last_day, due_day } }))

  it("is late from the midnight after the due day on", () =>
    expect(decidePeriod("2026-02")).toMatchObject({ value: { to: new Date("2026-02-28T16:00:00Z"), due_at: new Date("2026-02-28T16:00:00Z") } }))

  it("leaves no gap where it changes", () => {
    const [old, next] = [{ cutoff_day: 28, due_day: 29 }, { cutoff_day: 20, due_day: 25 }]
    expect(decidePeriod("2026-05", old)).toMatchObject({ value: { last_day: "2026-05-28" } })
    expect(decidePeriod("2026-06", next, old)).toMatchObject({ value: { first_day: "2026-05-29", last_day: "2026-06-20" } })
  })

  it("counts months over year ends", () => expect([periodAfter("2026-12", 1), periodAfter("2026-01", -1), periodAfter("2026-11", 14)]).toEqual(["2027-01", "2025-12", "2028-01"]))
})
