import { describe, expect, it } from "vitest"
import { decideAcceptance, decideReturn, decideSubmission, type FilingFacts, planReminder } from "./decide-filing"

const filing = (changes: Partial<FilingFacts> = {}): FilingFacts => ({
  state: "open", version: 3, to_at: new Date("2026-11-28T16:00:00Z"), due_at: new Date("2026-11-29T16:00:00Z"), submitted_by: null, ...changes,
})
const at = (now: string, version = 3, actor_id = "clerk") => ({ actor_id, version, now: new Date(now) })
const FEBRUARY = { to_at: new Date("2026-02-28T16:00:00Z"), due_at: new Date("2026-02-28T16:00:00Z") }

describe("a unit submits", () => {
  it.each<[string, Partial<FilingFacts>, ReturnType<typeof at>, number, FilingFacts["state"] | null, string | boolean]>([
    ["after the period, in time", {}, at("2026-11-29T15:59:59Z"), 0, null, false],
    ["late, from the midnight after the due day on", {}, at("2026-11-29T16:00:00Z"), 0, "accepted", true],
    ["again what was returned", { state: "returned" }, at("2026-11-29T00:00:00Z"), 0, "accepted", false],
    ["on the last day of a February without a 29th, in time", FEBRUARY, at("2026-02-27T16:00:00Z"), 0, null, false],
    ["late on the 1st of March", FEBRUARY, at("2026-02-28T16:00:00Z"), 0, null, true],
    ["not before that last day", FEBRUARY, at("2026-02-27T15:59:59Z"), 0, null, "period_not_over"],
    ["not while the period runs", {}, at("2026-11-28T15:59:59Z"), 0, null, "period_not_over"],
    ["not twice", { state: "submitted" }, at("2026-11-29T00:00:00Z"), 0, null, "filing_moved_on"],
    ["not what is accepted", { state: "accepted" }, at("2026-11-29T00:00:00Z"), 0, null, "filing_moved_on"],
    ["not what somebody else has moved", {}, at("2026-11-29T00:00:00Z", 2), 0, null, "filing_moved_on"],
    ["not before the one before it is accepted", {}, at("2026-11-29T00:00:00Z"), 0, "submitted", "earlier_filing_open"],
    ["not while the checklist misses something", {}, at("2026-11-29T00:00:00Z"), 2, null, "checklist_incomplete"],
  ])("%s", (_name, changes, act, open, earlier, expected) => {
    const decision = decideSubmission(filing(changes), act, open, earlier)
    expect(decision).toMatchObject(typeof expected === "boolean" ? { ok: true, value: { is_late: expected } } : { ok: false, code: expected })
  })
})

describe("the office", () => {
  const submitted = filing({ state: "submitted", submitted_by: "clerk" })
  it("accepts what another submitted", () => expect(decideAcceptance(submitted, at("2026-11-30T00:00:00Z", 3, "office"))).toMatchObject({ ok: true }))
  it("not what they submitted themselves", () => expect(decideAcceptance(submitted, at("2026-11-30T00:00:00Z"))).toMatchObject({ code: "not_your_own_filing" }))
  it.each(["open", "returned", "accepted"] as const)("not what is %s", (state) => expect(decideAcceptance({ ...submitted, state }, at("2026-11-30T00:00:00Z", 3, "office"))).toMatchObject({ code: "filing_moved_on" }))
  it("returns with reasons alone", () => {
    expect(decideReturn(submitted, at("2026-11-30T00:00:00Z"), " 发票缺失，请补 ")).toEqual({ ok: true, value: { reasons: "发票缺失，请补" } })
    expect(decideReturn(submitted, at("2026-11-30T00:00:00Z"), "  ")).toMatchObject({ code: "reason_required" })
    expect(decideReturn(filing(), at("2026-11-30T00:00:00Z"), "发票缺失")).toMatchObject({ code: "filing_moved_on" })
  })
})

describe("a unit is reminded", () => {
  it.each<[string, Partial<FilingFacts>, number, string | null]>([
    ["2026-11-25T00:00:00Z", {}, 3, null], ["2026-11-26T16:00:00Z", {}, 3, "due"], ["2026-11-28T16:00:00Z", {}, 0, "due"],
    ["2026-11-29T16:00:00Z", {}, 3, "overdue"], ["2026-11-29T16:00:00Z", { state: "returned" }, 3, "overdue"],
    ["2026-11-29T16:00:00Z", { state: "submitted" }, 3, null], ["2026-11-29T16:00:00Z", { state: "accepted" }, 3, null],
  ])("at %s %j: %s days ahead → %s", (now, changes, days, expected) => expect(planReminder(filing(changes), days, new Date(now))).toBe(expected))
})
