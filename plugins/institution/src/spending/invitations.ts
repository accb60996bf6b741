import { randomInt } from "node:crypto"
import type { Invitation, InvitationInput } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { waitsForOffice } from "../domain/decide-members"
import type { MemberActor } from "../modules/institution/events"
import { sendInvitation } from "../notices/letters"
import { institutionOf } from "../reads/plans"
import { spendingOf } from "./gate"

/** Letters and digits that nobody mixes up on paper. */
const LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"

/** Sixteen of them in fours. */
export const newCode = (): string => Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join("")).join("-")

/** A code that lets one person with a shop account join in one role; shown this once. */
export async function inviteMember(container: MedusaContainer, organisationId: string, input: InvitationInput, { side, by }: Pick<MemberActor, "side" | "by">): Promise<{ code: string; invitations: Invitation[] }> {
  const code = newCode()
  const at = new Date()
  await spendingOf(container).invite(organisationId, input, code, { actor_id: by, at, side })
  await institutionOf(container).logMembers({ organisation_id: organisationId, customer_id: null, role: input.role, act: "invited", note: input.note }, { side, by, at })
  const invitations = await spendingOf(container).readInvitations(organisationId, at)
  if (input.email !== null) await sendInvitation(container, { organisation_id: organisationId, role: input.role, code, to: input.email, waits: waitsForOffice(side, input.role) })
  return { code, invitations }
}

/** A code that nobody used yet no longer works. Error: not_found. */
export async function revokeInvitation(container: MedusaContainer, organisationId: string, id: string, { side, by }: Pick<MemberActor, "side" | "by">): Promise<void> {
  const at = new Date()
  const { role, note } = await spendingOf(container).revokeInvitation(id, at)
  await institutionOf(container).logMembers({ organisation_id: organisationId, customer_id: null, role, act: "revoked", note }, { side, by, at })
}

/** The person joins in the role they were invited for; does it count at once? Errors: own_role, invitation_closed. */
export async function joinByInvitation(container: MedusaContainer, code: string, customer_id: string): Promise<{ counts: boolean }> {
  const at = new Date()
  const invitation = await spendingOf(container).useInvitation(code, { actor_id: customer_id, at })
  return await institutionOf(container).admitMember({ ...invitation, customer_id, used_at: new Date(invitation.used_at) }, at)
}
