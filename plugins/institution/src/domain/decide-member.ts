import { type Decision, no, yes } from "@fupin/contract/codes"
import type { MemberRole } from "@fupin/contract/schemas"

/** What a member does at the desk: look, order and change orders, accept goods, see where and what to pay, confirm or dispute a statement, countersign an acceptance, file the month with the office, say what the year's budget and members are, manage who belongs to the unit and how goods are accepted. */
export type MemberAction = "read" | "order" | "accept" | "pay" | "confirm" | "countersign" | "file" | "budget" | "manage"

const MAY: Record<MemberRole, readonly MemberAction[]> = {
  manager: ["read", "budget", "manage"],
  buyer: ["read", "order", "pay"],
  approver: ["read", "pay", "confirm", "countersign"],
  finance: ["read", "pay", "confirm", "file", "budget"],
  receiver: ["read", "accept", "countersign"],
  viewer: ["read"],
}

export interface Membership {
  organisation_id: string
  role: MemberRole
  verified_at: Date | null
  left_at: Date | null
}

/** A membership counts from its verification until the person leaves. */
export function isInForce(membership: Membership, now: Date): boolean {
  return membership.verified_at !== null && membership.verified_at <= now && (membership.left_at === null || membership.left_at > now)
}

/** Whether one of these roles may do `action`. Error: role_not_allowed. */
export function decideRole(roles: MemberRole[], action: MemberAction): Decision<true, "role_not_allowed"> {
  return roles.some((role) => MAY[role].includes(action)) ? yes(true) : no("role_not_allowed")
}

/**
 * May the person with these memberships do `action` for the organisation at `now`? Answers their roles there.
 * Looking is free to every member; acting needs a verified organisation. Errors: not_a_member, role_not_allowed, organisation_not_verified.
 */
export function decideOrganisationAccess(
  memberships: Membership[], organisation: { id: string; verified_at: Date | null }, action: MemberAction, now: Date,
): Decision<MemberRole[], "not_a_member" | "role_not_allowed" | "organisation_not_verified"> {
  const roles = memberships.filter((held) => held.organisation_id === organisation.id && isInForce(held, now)).map(({ role }) => role)
  if (roles.length === 0) return no("not_a_member")
  const role = decideRole(roles, action)
  if (!role.ok) return role
  return action !== "read" && organisation.verified_at === null ? no("organisation_not_verified") : yes(roles)
}
