import { describe, expect, it } from "vitest"
import { holdsAt, overlap, readSpan } from "./moment"

const span = (valid_from: string, valid_to: string | null) => {
  const read = readSpan({ valid_from, valid_to })
  if (!read.ok) throw new Error(read.code)
  return read.value
}

describe("a validity", () => {
  it("of dates includes its last day in Asia/Shanghai", () => {
    const year = span("2026-01-01", "2026-12-31")
    expect(holdsAt(year, new Date("2025-12-31T15:59:59Z"))).toBe(false)
    expect(holdsAt(year, new Date("2025-12-31T16:00:00Z"))).toBe(true)
    expect(holdsAt(year, new Date("2026-12-31T15:59:59.999Z"))).toBe(true)
    expect(holdsAt(year, new Date("2026-12-31T16:00:00Z"))).toBe(false)
  })
  it("of instants excludes its end", () => {
    const hour = span("2026-01-01T08:00:00+08:00", "2026-01-01T09:00:00+08:00")
    expect(holdsAt(hour, new Date("2026-01-01T01:00:00Z"))).toBe(false)
  })
  it("may be a single day, or open", () => {
    expect(holdsAt(span("2026-05-01", "2026-05-01"), new Date("2026-05-01T04:00:00Z"))).toBe(true)
    expect(holdsAt(span("2026-05-01", null), new Date("2099-05-01T04:00:00Z"))).toBe(true)
  })
  it("is refused when it ends before it begins", () => expect(readSpan({ valid_from: "2026-05-02", valid_to: "2026-05-01" })).toMatchObject({ code: "invalid_validity" }))
})

describe("two spans overlap", () => {
  it.each([
    ["2026-01-01", "2026-06-30", "2026-07-01", null, false], ["2026-01-01", "2026-06-30", "2026-06-30", null, true],
    ["2026-01-01", null, "2020-01-01", "2025-12-31", false], ["2026-01-01", null, "2030-01-01", "2031-01-01", true],
  ] as const)("%s–%s and %s–%s: %s", (a, b, c, d, expected) => expect(overlap(span(a, b), span(c, d))).toBe(expected))
})
