import { describe, expect, it } from "vitest"
import { decideDelegation, decideSeat, type DelegationFacts, type SeatFacts, type UnitFacts } from "./decide-approval"

const today = "2026-11-23"
const unit: UnitFacts = { approvers: ["a", "b"], members: ["a", "b", "c", "q"] }
const request = (change: Partial<SeatFacts> = {}): SeatFacts => ({
  state: "open", amount_fen: 1000, expires_on: "2026-11-30", tier: { up_to_fen: null, mode: "any", approvers: [] }, askers: ["q"], given: [], delivery: null, ...change,
})
const away = (change: Partial<DelegationFacts> = {}): DelegationFacts => ({ from_customer_id: "a", to_customer_id: "c", from_day: today, to_day: today, ended_at: null, ...change })

describe("who may decide on a request, and in whose place", () => {
  it.each<[string, string, Partial<SeatFacts>, DelegationFacts[], Partial<UnitFacts>, string]>([
    ["an approver", "a", {}, [], {}, "a"],
    ["a member without the role", "c", {}, [], {}, "not_an_approver"],
    ["a stranger", "x", {}, [], {}, "not_an_approver"],
    ["one named by a delegation", "c", {}, [away()], {}, "a"],
    ["one whose delegation has not begun", "c", {}, [away({ from_day: "2026-11-24", to_day: "2026-11-25" })], {}, "not_an_approver"],
    ["one whose delegation is over", "c", {}, [away({ ended_at: new Date("2026-11-22T00:00:00Z") })], {}, "not_an_approver"],
    ["one named by an approver who has left", "c", {}, [away()], { approvers: ["b"] }, "not_an_approver"],
    ["one who has left, though named", "c", {}, [away()], { members: ["a", "b", "q"] }, "not_an_approver"],
    ["one named by whoever asked", "c", { askers: ["a"] }, [away()], {}, "not_an_approver"],
    ["whoever asked, named by an approver", "q", {}, [away({ to_customer_id: "q" })], {}, "approves_own_request"],
    ["an approver who asked", "a", { askers: ["a"] }, [], {}, "approves_own_request"],
    ["an approver the tier does not name", "b", { tier: { up_to_fen: null, mode: "any", approvers: ["a"] } }, [], {}, "not_an_approver"],
    ["one who has decided", "a", { given: [{ approver_id: "a", decided_by: "a" }] }, [], {}, "already_decided"],
    ["one who has decided in another's place", "b", { given: [{ approver_id: "a", decided_by: "b" }] }, [], {}, "already_decided"],
    ["an approver for whom somebody has decided", "a", { given: [{ approver_id: "a", decided_by: "c" }] }, [], {}, "not_an_approver"],
    ["anybody, once it is closed", "a", { state: "approved" }, [], {}, "approval_closed"],
    ["an approver of a delivery that waits", "a", { delivery: { state: "failed", delivery_date: today } }, [], {}, "a"],
    ["anybody, once the delivery was skipped", "a", { delivery: { state: "skipped", delivery_date: "2026-11-30" } }, [], {}, "approval_closed"],
    ["anybody, once the delivery was cancelled", "a", { delivery: { state: "cancelled", delivery_date: "2026-11-30" } }, [], {}, "approval_closed"],
    ["anybody, once the day of the delivery is over", "a", { delivery: { state: "failed", delivery_date: "2026-11-22" } }, [], {}, "approval_closed"],
    ["anybody, once it has expired", "a", { expires_on: "2026-11-22" }, [], {}, "approval_closed"],
  ])("%s", (_name, actor, change, delegations, people, expected) => {
    const decision = decideSeat(request(change), actor, { ...unit, ...people }, delegations, today)
    expect(decision.ok ? decision.value : decision.code).toBe(expected)
  })
})

describe("who may be named while away", () => {
  const input = { from_customer_id: "a", to_customer_id: "c", from_day: "2026-11-24", to_day: "2026-11-28" }
  it.each<[string, Partial<typeof input>, DelegationFacts[], string | null]>([
    ["another member", {}, [], null],
    ["oneself", { to_customer_id: "a" }, [], "unknown_delegate"],
    ["a stranger", { to_customer_id: "x" }, [], "unknown_delegate"],
    ["by somebody who does not approve", { from_customer_id: "c", to_customer_id: "a" }, [], "not_an_approver"],
    ["for days the wrong way round", { to_day: "2026-11-20", from_day: "2026-11-21" }, [], "end_before_start"],
    ["for days gone by", { from_day: "2026-11-01", to_day: "2026-11-02" }, [], "date_in_the_past"],
    ["twice for one day", {}, [away({ from_day: "2026-11-28", to_day: "2026-11-30" })], "delegation_overlaps"],
    ["again once that was ended", {}, [away({ from_day: "2026-11-28", to_day: "2026-11-30", ended_at: new Date("2026-11-22T00:00:00Z") })], null],
  ])("%s", (_name, change, held, code) => {
    const decision = decideDelegation({ ...input, ...change }, unit, held, today)
    expect(decision.ok ? null : decision.code).toBe(code)
  })
})
