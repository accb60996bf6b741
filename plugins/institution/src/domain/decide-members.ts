import { type Decision, no, yes } from "@fupin/contract/codes"
import type { MemberRole } from "@fupin/contract/schemas"
import { isInForce, type Membership } from "./decide-member"

/** What a manager of a verified unit gives counts at once; who approves or pays is verified by the office first. */
const AT_ONCE: readonly MemberRole[] = ["buyer", "receiver", "viewer"]

/** Whether whoever is invited to a role, by a manager of the unit or by the office, is verified before it counts. */
export const waitsForOffice = (side: "office" | "unit", role: MemberRole): boolean => side === "office" || !AT_ONCE.includes(role)

export interface Held extends Membership {
  customer_id: string
  refused_at: Date | null
}

/** Whether somebody manages the unit at `now`. */
export const manages = (held: readonly Held[], customer_id: string, now: Date): boolean =>
  held.some((one) => one.customer_id === customer_id && one.role === "manager" && isInForce(one, now))

/** A manager gives somebody who is a member a further role: does it count at once? Errors: own_role, not_a_member, role_held. */
export function decideGrant(held: readonly Held[], grant: { by: string; customer_id: string; role: MemberRole }, now: Date): Decision<{ counts: boolean }, "own_role" | "not_a_member" | "role_held"> {
  if (grant.by === grant.customer_id) return no("own_role")
  const own = held.filter(({ customer_id, left_at }) => customer_id === grant.customer_id && left_at === null)
  if (!own.some((one) => isInForce(one, now))) return no("not_a_member", "这个人现在不是本单位的成员，请先发邀请码")
  return own.some(({ role }) => role === grant.role) ? no("role_held") : yes({ counts: AT_ONCE.includes(grant.role) })
}

export interface Admission {
  customer_id: string
  role: MemberRole
  /** Who issued the invitation as a manager; null: the office did. */
  manager: string | null
  /** When the code was first used: whoever was ended since then needs a new one. */
  used_at: Date
  is_unit_verified: boolean
}

/** Somebody joins by an invitation: does it count at once? Whoever invited must manage the unit still, and the office must not have refused the person. Errors: own_role, invitation_closed. */
export function decideAdmission(held: readonly Held[], { customer_id, role, manager, used_at, is_unit_verified }: Admission, now: Date): Decision<{ counts: boolean }, "own_role" | "invitation_closed"> {
  if (manager === customer_id) return no("own_role")
  if (held.some((one) => one.customer_id === customer_id && one.role === role && one.left_at !== null && one.left_at >= used_at)) return no("invitation_closed")
  const isRefused = held.some((one) => one.customer_id === customer_id && one.refused_at !== null)
  return yes({ counts: manager !== null && is_unit_verified && !isRefused && manages(held, manager, now) && AT_ONCE.includes(role) })
}

/** A manager ends roles of the unit: somebody who manages it must be left. Error: last_manager. */
export function decideEnding(held: readonly (Held & { id: string })[], ended: readonly string[], now: Date): Decision<true, "last_manager"> {
  const endsManager = held.some(({ id, role }) => ended.includes(id) && role === "manager")
  const isLeft = held.some((one) => one.role === "manager" && isInForce(one, now) && !ended.includes(one.id))
  return endsManager && !isLeft ? no("last_manager") : yes(true)
}
