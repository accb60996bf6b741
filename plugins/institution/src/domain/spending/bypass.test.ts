import type { ApprovalTier } from "@fupin/contract/schemas"
import fc from "fast-check"
import { expect, it } from "vitest"
import { addDays } from "../business-day"
import { isApproved, tierOf } from "./approval-policy"
import { decideSeat, type DelegationFacts, type UnitFacts } from "./decide-approval"
import { type GateFacts, type GatePlan, planGate } from "./plan-gate"

type Request = NonNullable<GateFacts["request"]>
const PEOPLE = ["a", "b", "c", "q"]
const POLICIES: ApprovalTier[][] = [
  [{ up_to_fen: null, mode: "any", approvers: [] }],
  [{ up_to_fen: 50, mode: "none", approvers: [] }, { up_to_fen: 200, mode: "any", approvers: ["a"] }, { up_to_fen: null, mode: "all", approvers: ["a", "b"] }],
  [{ up_to_fen: 100, mode: "any", approvers: ["b", "c"] }, { up_to_fen: null, mode: "all", approvers: ["b", "c"] }],
]
const person = fc.constantFrom(...PEOPLE)
const act = fc.oneof(
  fc.record({ do: fc.constant("edit" as const), who: person, amount: fc.integer({ min: 1, max: 300 }), content: fc.constantFrom("x", "y") }), fc.record({ do: fc.constant("policy" as const), which: fc.nat(2) }),
  fc.record({ do: fc.constant("approve" as const), who: person }), fc.record({ do: fc.constant("reject" as const), who: person }),
  fc.record({ do: fc.constant("away" as const), who: person, to: person }), fc.record({ do: fc.constant("leave" as const), who: person }),
  fc.record({ do: fc.constant("later" as const), days: fc.integer({ min: 1, max: 20 }) }), fc.record({ do: fc.constant("gate" as const) }),
)

interface Room { askers: string[]; unit: UnitFacts; delegations: DelegationFacts[]; today: string }

/** The request once somebody decided on it; as it was when they may not. */
function decided(request: Request, one: { do: "approve" | "reject"; who: string }, { askers, unit, delegations, today }: Room): Request {
  const seat = decideSeat({ ...request, askers, delivery: null }, one.who, unit, delegations, today)
  if (!seat.ok) return request
  if (one.do === "reject") return { ...request, state: "rejected", changed: false }
  const given = [...request.given, { approver_id: seat.value, decided_by: one.who }]
  return { ...request, given, ...(isApproved(request.tier, given, askers) ? { state: "approved" as const, approved_until: addDays(today, 30) } : {}) }
}

/** The request once the gate asked for it, or asked more of it. */
function asked(plan: GatePlan, request: Request | null, { amount_fen, content, today, tier, askers }: { amount_fen: number; content: string; today: string; tier: ApprovalTier; askers: string[] }): Request | null {
  const open = { state: "open" as const, tier, expires_on: addDays(today, 14), approved_until: null }
  if (plan.do === "ask") return { ...open, amount_fen, content, askers, given: [], reason: null, changed: false }
  return plan.do === "reopen" ? { ...request!, ...open } : request
}

/** The rules in the order in which the module carries them out, over many more sequences than a database could play. */
it("lets no sequence of acts pass the gate without the approvals of the tier then in force", () => {
  let passed = 0
  fc.assert(fc.property(fc.array(act, { minLength: 5, maxLength: 40 }), (acts) => {
    let [amount_fen, tiers, today, request] = [100, POLICIES[1]!, "2026-11-23", null as Request | null]
    let askers = ["q"]
    let content = "x"
    let unit: UnitFacts = { approvers: ["a", "b", "c"], members: PEOPLE }
    const delegations: DelegationFacts[] = []
    for (const one of acts) {
      if (one.do === "edit") {
        amount_fen = one.amount
        content = one.content
        askers = [...askers, one.who]
        if (request?.state === "rejected") request = { ...request, changed: true }
      }
      if (one.do === "policy") tiers = POLICIES[one.which]!
      if (one.do === "later") today = addDays(today, one.days)
      if (one.do === "leave") unit = { approvers: unit.approvers.filter((id) => id !== one.who), members: unit.members.filter((id) => id !== one.who) }
      if (one.do === "away" && one.who !== one.to) delegations.push({ from_customer_id: one.who, to_customer_id: one.to, from_day: today, to_day: addDays(today, 2), ended_at: null })
      if ((one.do === "approve" || one.do === "reject") && request) request = decided(request, one, { askers, unit, delegations, today })
      if (one.do !== "gate") continue
      const tier = tierOf(tiers, amount_fen)
      const plan = planGate({ amount_fen, content, today, held_fen: null, budget: null, tier, request: request && { ...request, askers } })
      request = asked(plan, request, { amount_fen, content, today, tier, askers })
      if (plan.do !== "pass" || tier.mode === "none") continue
      passed += 1
      const independent = request!.given.filter(({ approver_id, decided_by }) => !askers.includes(approver_id) && !askers.includes(decided_by)).map(({ approver_id }) => approver_id)
      expect(request!.amount_fen).toBeGreaterThanOrEqual(amount_fen)
      expect(request!.content).toBe(content)
      if (tier.mode === "any") expect(independent.some((id) => tier.approvers.length === 0 || tier.approvers.includes(id))).toBe(true)
      else expect(tier.approvers.filter((id) => !askers.includes(id) && !independent.includes(id))).toEqual([])
      expect(independent.length).toBeGreaterThan(0)
    }
  }), { numRuns: 3_000, seed: 20261122 })
  expect(passed).toBeGreaterThan(50)
})
