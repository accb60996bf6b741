import { describe, expect, it } from "vitest"
import { decideErasure, decideErasureRequest, type ErasureStep, openRequest, retentionEnd } from "./erasure"

const step = (kind: ErasureStep["kind"], request_id = "r1", on = "2026-11-22"): ErasureStep => ({ kind, request_id, on })
const person = { kind: "household" as const, erased_at: null }

describe("an erasure", () => {
  it.each([
    ["ten years after the end of the year of the last entry", "2026-01-01", undefined, "2036-12-31"],
    ["counted from the last day of that year too", "2026-12-31", undefined, "2036-12-31"],
    ["by the rule of that day", "2030-05-01", [{ from: "2000-01-01", years: 10 }, { from: "2028-01-01", years: 30 }], "2060-12-31"],
    ["never by a later rule", "2027-12-31", [{ from: "2000-01-01", years: 10 }, { from: "2028-01-01", years: 30 }], "2037-12-31"],
    ["at once without an entry", null, undefined, "2026-11-22"],
  ])("waits: %s", (_what, last, rules, end) => expect(retentionEnd(last, "2026-11-22", rules)).toBe(end))

  it("is asked for once at a time, by people alone", () => {
    expect(decideErasureRequest(person, [])).toMatchObject({ ok: true })
    expect(decideErasureRequest(person, [step("requested")])).toMatchObject({ code: "erasure_already_requested" })
    expect(decideErasureRequest(person, [step("requested"), step("withdrawn")])).toMatchObject({ ok: true })
    expect(decideErasureRequest({ kind: "collective", erased_at: null }, [])).toMatchObject({ code: "not_a_person" })
    expect(decideErasureRequest({ ...person, erased_at: new Date(0) }, [])).toMatchObject({ code: "household_erased" })
    expect(openRequest([step("requested"), step("refused"), step("requested", "r2")])?.request_id).toBe("r2")
  })

  it("is done the day after the retention, and never for a member", () => {
    const facts = { last_entry_on: "2026-06-01", is_member: false }
    expect(decideErasure([step("requested")], facts, "2036-12-31")).toMatchObject({ code: "retention_runs" })
    expect(decideErasure([step("requested")], facts, "2037-01-01")).toMatchObject({ ok: true, value: { request_id: "r1", retention_ends_on: "2036-12-31" } })
    expect(decideErasure([step("requested")], { ...facts, is_member: true }, "2037-01-01")).toMatchObject({ code: "still_member" })
    expect(decideErasure([step("requested"), step("withdrawn")], facts, "2037-01-01")).toMatchObject({ code: "no_erasure_request" })
    expect(decideErasure([step("requested")], { last_entry_on: null, is_member: false }, "2026-11-23")).toMatchObject({ ok: true })
  })
})
