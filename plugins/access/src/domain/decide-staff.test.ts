import { describe, expect, it } from "vitest"
import { decideStaff, regionContains, type Scope } from "./decide-staff"

const now = new Date("2026-11-22T00:00:00Z")
const office = (region: string, valid_to: Date | null = null): Scope => ({ role: "office", region, valid_to })

describe("a division contains what lies below it", () => {
  it.each([
    ["*", "500238", true], ["500000", "500238", true], ["422800", "422801", true], ["500238", "500238104", true],
    ["500238104", "500238104201", true], ["500238", "500237", false], ["500238104", "500238", false], ["430900", "430971", true],
  ])("%s contains %s: %s", (within, region, expected) => expect(regionContains(within, region)).toBe(expected))
})

describe("staff may do what a scope of theirs grants, where it grants it, while it is valid", () => {
  it("in their region", () => expect(decideStaff([office("500238")], "household:write", now, "500238104")).toEqual({ ok: true, value: ["500238"] }))
  it("not next door", () => expect(decideStaff([office("500238")], "household:write", now, "500237")).toMatchObject({ ok: false, code: "not_in_your_region" }))
  it("not without the permission", () => expect(decideStaff([{ ...office("*"), role: "auditor" }], "household:write", now)).toMatchObject({ code: "missing_permission" }))
  it("not after it ended", () => expect(decideStaff([office("*", now)], "household:write", now)).toMatchObject({ code: "missing_permission" }))
  it("nobody without scopes", () => expect(decideStaff([], "ledger:read", now)).toMatchObject({ code: "missing_permission" }))
})
