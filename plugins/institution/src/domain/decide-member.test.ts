import { MemberRole } from "@fupin/contract/schemas"
import { describe, expect, it } from "vitest"
import { decideOrganisationAccess, decideRole, type Membership } from "./decide-member"

const now = new Date("2026-11-22T00:00:00Z")
const before = new Date("2026-01-01T00:00:00Z")
const school = { id: "school", verified_at: before }
const member = (change: Partial<Membership> = {}): Membership => ({ organisation_id: "school", role: "buyer", verified_at: before, left_at: null, ...change })

describe("what each role may do", () => {
  const ALLOWED = ["buyer read", "buyer order", "buyer pay", "approver read", "approver pay", "finance read", "finance pay", "receiver read", "receiver accept", "viewer read", "manager read", "manager manage"]
  it.each(MemberRole.options.flatMap((role) => (["read", "order", "accept", "pay", "manage"] as const).map((action) => [role, action] as const)))(
    "%s: %s", (role, action) => expect(decideRole([role], action).ok).toBe(ALLOWED.includes(`${role} ${action}`)))
  it("adds up over several roles", () => expect(decideRole(["viewer", "receiver"], "accept").ok).toBe(true))
})

describe("who may act for an organisation", () => {
  it.each<[string, Membership[], "read" | "order", string | null]>([
    ["a verified buyer", [member()], "order", null],
    ["nobody", [], "read", "not_a_member"],
    ["a member of another", [member({ organisation_id: "hospital" })], "read", "not_a_member"],
    ["one not verified yet", [member({ verified_at: null })], "read", "not_a_member"],
    ["one who left", [member({ left_at: now })], "read", "not_a_member"],
    ["a viewer who looks", [member({ role: "viewer" })], "read", null],
    ["a viewer who orders", [member({ role: "viewer" })], "order", "role_not_allowed"],
    ["a viewer here who buys elsewhere", [member({ role: "viewer" }), member({ organisation_id: "hospital" })], "order", "role_not_allowed"],
  ])("%s", (_name, memberships, action, code) => {
    const decision = decideOrganisationAccess(memberships, school, action, now)
    expect(decision.ok ? null : decision.code).toBe(code)
  })

  it("only once it is verified", () => {
    expect(decideOrganisationAccess([member()], { id: "school", verified_at: null }, "order", now)).toMatchObject({ code: "organisation_not_verified" })
    expect(decideOrganisationAccess([member()], { id: "school", verified_at: null }, "read", now).ok).toBe(true)
  })
})
