import { describe, expect, it } from "vitest"
import { planMemberChanges, type TermVersion } from "./members"

const day = (text: string) => new Date(`${text}T00:00:00+08:00`)
const SINCE = day("2026-01-01")
const member = (beneficiary_id: string, weight: number, to: Date | null = null) => ({ beneficiary_id, weight, from: SINCE, to })
const version = (changes: Partial<TermVersion> = {}): TermVersion => ({ id: "v1", valid_from: SINCE, valid_to: null, members: [member("a", 3), member("b", 2)], ...changes })
const at = day("2026-12-01")
const weights = (changes: ReturnType<typeof planMemberChanges>) => changes.map(({ version_id, members }) => [version_id, members.map(({ beneficiary_id, weight }) => `${beneficiary_id}${weight}`).join(" ")])

describe("who leaves an agreement", () => {
  it.each([
    ["without a successor", null, "b2"],
    ["to one who belongs to it and keeps its weight", { id: "b", weight: "keep" as const }, "b2"],
    ["to one who belongs to it and takes both weights", { id: "b", weight: "add" as const }, "b5"],
    ["to one who does not, with the same weight", { id: "c", weight: "keep" as const }, "b2 c3"],
  ])("goes %s", (_how, successor, members) => expect(weights(planMemberChanges([version()], { household_id: "a", at, successor }))).toEqual([["v1", members]]))

  it("changes the versions to come, from their own beginning, and none that is past or without it", () => {
    const later = version({ id: "v2", valid_from: day("2027-01-01"), members: [member("a", 1)] })
    const versions = [later, version({ valid_to: day("2027-01-01") }), version({ id: "v0", valid_to: day("2026-06-01") }), version({ id: "v9", members: [member("b", 1), member("a", 1, day("2026-11-01"))] })]
    const changes = planMemberChanges(versions, { household_id: "a", at, successor: null })
    expect(changes.map(({ version_id, valid_from }) => [version_id, valid_from])).toEqual([["v1", at], ["v2", day("2027-01-01")]])
    expect(weights(changes)).toEqual([["v1", "b2"], ["v2", ""]])
  })
})
