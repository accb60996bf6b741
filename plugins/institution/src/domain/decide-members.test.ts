import { MemberRole } from "@fupin/contract/schemas"
import { describe, expect, it } from "vitest"
import { decideAdmission, decideEnding, decideGrant, type Held, waitsForOffice } from "./decide-members"

const now = new Date("2026-11-23T04:00:00Z")
const before = new Date("2026-01-01T00:00:00Z")
const held = (customer_id: string, role: MemberRole, change: Partial<Held> = {}) => ({ id: `${customer_id}:${role}`, organisation_id: "school", customer_id, role, verified_at: before, left_at: null, refused_at: null, ...change })
const UNIT = [held("li", "manager"), held("wang", "manager"), held("zhao", "buyer"), held("gone", "viewer", { left_at: before }), held("new", "buyer", { verified_at: null }), held("qian", "buyer", { verified_at: null, refused_at: before })]
const codeOf = (decision: { ok: true } | { ok: false; code: string }) => (decision.ok ? null : decision.code)

describe("a manager gives a role", () => {
  it.each(MemberRole.options.map((role) => [role, ["receiver", "viewer"].includes(role)] as const).filter(([role]) => role !== "buyer"))("%s counts at once: %s", (role, counts) =>
    expect(decideGrant(UNIT, { by: "li", customer_id: "zhao", role }, now)).toEqual({ ok: true, value: { counts } }))

  it.each([
    ["to itself", "li", "viewer", "own_role"], ["to somebody who left", "gone", "viewer", "not_a_member"], ["to somebody not verified yet", "new", "viewer", "not_a_member"],
    ["to a stranger", "stranger", "viewer", "not_a_member"], ["that is held", "zhao", "buyer", "role_held"],
  ] as const)("not %s", (_case, customer_id, role, code) => expect(codeOf(decideGrant(UNIT, { by: "li", customer_id, role }, now))).toBe(code))
})

describe("who joins by an invitation", () => {
  const joining = (change: object = {}) => ({ customer_id: "sun", role: "buyer" as MemberRole, manager: "li" as string | null, used_at: now, is_unit_verified: true, ...change })
  it.each([
    ["of a manager, to buy", {}, true], ["of a manager, to receive", { role: "receiver" }, true], ["of a manager, to approve", { role: "approver" }, false], ["of a manager, for finance", { role: "finance" }, false],
    ["of the office", { manager: null }, false], ["of a manager whose unit is not verified", { is_unit_verified: false }, false], ["of somebody who manages no more", { manager: "zhao" }, false], ["of a manager, for one whom the office refused", { customer_id: "qian" }, false],
  ])("%s counts at once: %s", (_case, change, counts) => expect(decideAdmission(UNIT, joining(change), now)).toEqual({ ok: true, value: { counts } }))

  it("is not whoever issued it, nor whoever was ended since using it", () => {
    expect(codeOf(decideAdmission(UNIT, joining({ customer_id: "li" }), now))).toBe("own_role")
    expect(codeOf(decideAdmission(UNIT, joining({ customer_id: "gone", role: "viewer", used_at: before }), now))).toBe("invitation_closed")
    expect(decideAdmission(UNIT, joining({ customer_id: "gone", role: "viewer" }), now)).toEqual({ ok: true, value: { counts: true } })
  })
})

it.each([["unit", "buyer", false], ["unit", "receiver", false], ["unit", "viewer", false], ["unit", "approver", true], ["unit", "finance", true], ["office", "buyer", true]] as const)("by the %s, who is invited as %s waits for the office: %s", (side, role, waits) =>
  expect(waitsForOffice(side, role)).toBe(waits))

describe("a manager ends roles", () => {
  it.each([
    ["of others", ["zhao:buyer"], null], ["of one manager of two, itself too", ["li:manager"], null], ["of all managers", ["li:manager", "wang:manager"], "last_manager"],
  ])("%s", (_case, ended, code) => expect(codeOf(decideEnding(UNIT, ended, now))).toBe(code))
  it("but not of the last, whoever else waits for verification", () =>
    expect(codeOf(decideEnding([held("li", "manager"), held("wang", "manager", { verified_at: null })], ["li:manager"], now))).toBe("last_manager"))
})
