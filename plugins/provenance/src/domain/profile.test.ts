import { describe, expect, it } from "vitest"
import { decideOrigin, planProfile, publicName } from "./profile"

const span = (from: string, to: string | null) => ({ product_id: "p", valid_from: new Date(from), valid_to: to === null ? null : new Date(to) })

describe("a new profile", () => {
  it("ends the open one before it", () => {
    const open = span("2025-01-01", null)
    expect(planProfile([open], span("2026-01-01", null))).toEqual({ ok: true, value: [open] })
  })
  it("leaves what ended, and itself saved again, alone", () => {
    expect(planProfile([span("2024-01-01", "2025-01-01"), span("2025-01-01", null)], span("2025-01-01", "2026-01-01"))).toEqual({ ok: true, value: [] })
  })
  it.each([
    [span("2026-01-01", null), span("2025-01-01", null)], [span("2025-01-01", "2025-06-01"), span("2025-05-01", null)],
  ])("is refused over another's time", (held, wanted) => expect(planProfile([held], wanted)).toMatchObject({ code: "profile_overlaps" }))
})

describe("a geographical indication holds inside its area", () => {
  it.each([[["500238"], "500238104", true], [["500238"], "500237", false], [["430900"], "430971", true], [["500238", "500000"], "500235", false], [[], "110101", true]] as const)(
    "%j, %s: %s", (areas, origin, expected) => expect(decideOrigin(areas, origin).ok).toBe(expected))
})

describe("the public name", () => {
  it.each([
    ["cooperative", "巫溪县古路镇薯业合作社", null, "巫溪县古路镇薯业合作社"], ["household", "谭某某", null, "古路镇农户"], ["household", "谭某某", "谭大姐", "古路镇谭大姐家"],
  ] as const)("of a %s", (kind, name, public_name, expected) => expect(publicName({ kind, name, public_name }, "古路镇")).toBe(expected))
})
