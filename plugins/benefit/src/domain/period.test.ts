import { describe, expect, it } from "vitest"
import { decidePeriod, shanghaiDay, shanghaiMinute } from "./period"

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
