import { describe, expect, it } from "vitest"
import { type GateFacts, planGate } from "./plan-gate"

type Request = NonNullable<GateFacts["request"]>
const any = { up_to_fen: null, mode: "any" as const, approvers: [] }
const both = { up_to_fen: null, mode: "all" as const, approvers: ["a", "b"] }
const request = (change: Partial<Request> = {}): Request => ({
  state: "approved", amount_fen: 1000, expires_on: "2026-11-30", approved_until: "2026-12-20", tier: any, askers: ["q"], given: [{ approver_id: "a", decided_by: "a" }], reason: null, content: "potatoes", changed: false, ...change,
})
const facts = (change: Partial<GateFacts> = {}): GateFacts => ({ amount_fen: 1000, content: "potatoes", today: "2026-11-23", held_fen: null, budget: null, tier: any, request: request(), ...change })

describe("the gate", () => {
  it.each<[string, Partial<GateFacts>, string]>([
    ["passes what is approved", {}, "pass"],
    ["passes what needs no approval", { tier: { ...any, mode: "none" }, request: null }, "pass"],
    ["passes less than was approved", { amount_fen: 999 }, "pass"],
    ["passes again what is reserved", { held_fen: 1000, request: null, budget: { amount_fen: 0, committed_fen: 0 } }, "pass"],
    ["looks anew at more than is reserved", { held_fen: 999, request: null }, "ask"],
    ["passes the last fen of a budget", { budget: { amount_fen: 3000, committed_fen: 2000 } }, "pass"],
    ["stops one fen more than the budget", { budget: { amount_fen: 2999, committed_fen: 2000 } }, "budget_exceeded"],
    ["asks when nothing was asked", { request: null }, "ask"],
    ["asks anew for more than was approved", { amount_fen: 1001 }, "ask superseded"],
    ["asks anew for more than is asked", { amount_fen: 1001, request: request({ state: "open", given: [] }) }, "ask superseded"],
    ["asks anew for other goods of the same price", { content: "tea" }, "ask superseded"],
    ["asks anew for other goods than are asked", { content: "tea", request: request({ state: "open", given: [] }) }, "ask superseded"],
    ["asks anew for other goods of less", { content: "tea", amount_fen: 10 }, "ask superseded"],
    ["waits while it is open", { request: request({ state: "open", given: [] }) }, "approval_needed"],
    ["asks anew when nobody answered", { request: request({ state: "open", given: [], expires_on: "2026-11-22" }) }, "ask expired"],
    ["asks anew when the approval is too old", { request: request({ approved_until: "2026-11-22" }) }, "ask expired"],
    ["keeps to a rejection", { request: request({ state: "rejected", given: [] }) }, "approval_rejected"],
    ["asks again once somebody changed it", { request: request({ state: "rejected", given: [], changed: true }) }, "ask"],
    ["asks further people when the policy wants more by now", { tier: both }, "reopen"],
    ["passes with all of them", { tier: both, request: request({ given: [{ approver_id: "a", decided_by: "a" }, { approver_id: "b", decided_by: "c" }] }) }, "pass"],
    ["does not count who changed it after approving", { request: request({ askers: ["q", "a"] }) }, "reopen"],
    ["passes what waits when the policy wants less by now", { tier: both, request: request({ state: "open", askers: ["b"] }) }, "pass"],
  ])("%s", (_name, change, expected) => {
    const plan = planGate(facts(change))
    expect(plan.do === "refuse" ? plan.code : plan.do === "ask" && plan.closes ? `ask ${plan.closes}` : plan.do).toBe(expected)
  })

  it("says how much is missing", () => expect(planGate(facts({ budget: { amount_fen: 0, committed_fen: 23_40 } }))).toMatchObject({ message: expect.stringContaining("33.40") }))
})
