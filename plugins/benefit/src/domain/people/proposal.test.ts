import { describe, expect, it } from "vitest"
import { decideChange, decideReview, decideTakingBack, memberChangeAt, type TouchedHousehold } from "./proposal"

const household = (id: string, changes: Partial<TouchedHousehold> = {}): TouchedHousehold =>
  ({ id, kind: "household", region_code: "500238104201", ended_on: null, restricted_at: null, erased_at: null, ...changes })
const TODAY = "2026-11-22"
const merge = { kind: "merge" as const, household_id: "a", successor_id: "b", on: TODAY, weight: "keep" as const }
const leave = { kind: "leave" as const, household_id: "a", cause: "death" as const, successor_id: "b", on: TODAY }
const move = { kind: "move" as const, household_id: "a", region_code: "500238104202", on: TODAY }
const gone = { ended_on: "2026-01-01" }

describe("a proposed change", () => {
  it.each([
    ["a merge", merge, household("a"), household("b"), undefined],
    ["a merge of one who is gone", merge, household("a", gone), household("b"), "household_ended"],
    ["a merge into one who is gone", merge, household("a"), household("b", gone), "household_ended"],
    ["a merge into one whose data may not be used", merge, household("a"), household("b", { restricted_at: new Date(0) }), "household_restricted"],
    ["a merge into nobody", merge, household("a"), null, "unknown_beneficiary"],
    ["a merge of people into a collective", merge, household("a"), household("b", { kind: "collective" }), "unknown_beneficiary"],
    ["a merge into itself", { ...merge, successor_id: "a" }, household("a"), household("a"), "successor_in_circle"],
    ["a merge tomorrow", { ...merge, on: "2026-11-23" }, household("a"), household("b"), "invalid_dates"],
    ["a death with a successor", leave, household("a"), household("b"), undefined],
    ["a leave of one's own wish with a successor", { ...leave, cause: "own_wish" as const }, household("a"), household("b"), "successor_not_allowed"],
    ["a leave without one", { ...leave, cause: "own_wish" as const, successor_id: null }, household("a"), null, undefined],
    ["a move", move, household("a"), null, undefined],
    ["a move to where it lives", { ...move, region_code: "500238104201" }, household("a"), null, "same_village"],
    ["a move of one who was erased", move, household("a", { erased_at: new Date(0) }), null, "household_erased"],
  ])("%s", (_what, change, one, successor, code) => expect(decideChange(change, one, successor, [], TODAY)).toMatchObject(code ? { ok: false, code } : { ok: true }))

  it("closes no circle", () => {
    const successions = [{ household_id: "b", successor_id: "a", from: "2026-01-01" }]
    expect(decideChange(merge, household("a"), household("b"), successions, TODAY)).toMatchObject({ code: "successor_in_circle" })
  })

  it("is decided once, by someone else, and taken back by its author alone", () => {
    const open = { state: "proposed", proposed_by: "clerk" }
    expect([decideReview(open, "office"), decideReview(open, "clerk"), decideReview({ ...open, state: "approved" }, "office")]).toMatchObject([{ ok: true }, { code: "second_person_required" }, { code: "proposal_already_decided" }])
    expect([decideTakingBack(open, "clerk"), decideTakingBack(open, "office"), decideTakingBack({ ...open, state: "refused" }, "clerk")]).toMatchObject([{ ok: true }, { code: "not_yours" }, { code: "proposal_already_decided" }])
  })

  it.each([["the past", "2026-01-01", "2026-11-23"], ["today", TODAY, "2026-11-23"], ["a later day", "2026-12-01", "2026-12-01"]])("touches agreements after %s from a midnight to come", (_when, on, day) =>
    expect(memberChangeAt(on, TODAY)).toEqual(new Date(`${day}T00:00:00+08:00`)))
})
