import { describe, expect, it } from "vitest"
import { decideJoin, decideProducerAccess, type HeldInvitation, type ProducerMembership } from "./decide-producer"

const now = new Date("2026-11-23T00:00:00Z")
const before = new Date("2026-01-01T00:00:00Z")
const later = new Date("2026-12-01T00:00:00Z")
const person = (change: Partial<ProducerMembership> = {}): ProducerMembership => ({ producer_id: "wuxi", verified_at: before, left_at: null, ...change })

describe("who may act for a producer", () => {
  it.each<[string, ProducerMembership[], string | null, "read" | "act", string | null]>([
    ["one of its people", [person()], null, "act", null],
    ["nobody", [], null, "read", "not_a_producer_member"],
    ["somebody of another producer", [person({ producer_id: "enshi" })], null, "read", "not_a_producer_member"],
    ["one whose time was ended", [person({ left_at: before })], null, "read", "not_a_producer_member"],
    ["one whose time ends at this moment", [person({ left_at: now })], null, "act", "not_a_producer_member"],
    ["one who came back", [person({ left_at: before }), person()], null, "act", null],
    ["one who looks at a producer that is stopped", [person()], "列入黑名单", "read", null],
    ["one who acts for a producer that is stopped", [person()], "列入黑名单", "act", "producer_stopped"],
    ["a stranger to a producer that is stopped", [], "列入黑名单", "act", "not_a_producer_member"],
  ])("%s", (_name, memberships, stopped, action, code) => {
    const decision = decideProducerAccess(memberships, { id: "wuxi", stopped }, action, now)
    expect(decision.ok ? null : decision.code).toBe(code)
  })

  it("is told why, when it is stopped", () =>
    expect(decideProducerAccess([person()], { id: "wuxi", stopped: "抽检不合格" }, "act", now)).toMatchObject({ message: expect.stringContaining("抽检不合格") }))
})

describe("who joins by a code", () => {
  const invitation = (change: Partial<HeldInvitation> = {}): HeldInvitation => ({ used_by: null, revoked_at: null, expires_at: later, holds: false, ...change })
  it.each<[string, HeldInvitation | null, string]>([
    ["whoever comes first", invitation(), "join"],
    ["the same person again", invitation({ used_by: "zhang", holds: true }), "again"],
    ["the same person after staff ended it", invitation({ used_by: "zhang", holds: false }), "producer_invitation_closed"],
    ["somebody else after it was used", invitation({ used_by: "li", holds: true }), "producer_invitation_closed"],
    ["anybody once it was revoked", invitation({ revoked_at: before }), "producer_invitation_closed"],
    ["anybody once it expired", invitation({ expires_at: now }), "producer_invitation_closed"],
    ["anybody with a code that nobody has", null, "producer_invitation_closed"],
  ])("%s", (_name, held, said) => {
    const decision = decideJoin(held, "zhang", now)
    expect(decision.ok ? decision.value : decision.code).toBe(said)
  })
})
