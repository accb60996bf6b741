import { randomInt } from "node:crypto"
import type { Invitation, InvitationInput } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { sendInvitation } from "../notices/letters"
import { institutionOf } from "../reads/plans"
import { spendingOf } from "./gate"

/** Letters and digits that nobody mixes up on paper. */
const LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"

/** A code that lets one person with a shop account join in one role; shown this once. */
export async function inviteMember(container: MedusaContainer, organisationId: string, input: InvitationInput, actor_id: string): Promise<{ code: string; invitations: Invitation[] }> {
  const code = Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join("")).join("-")
  const at = new Date()
  await spendingOf(container).invite(organisationId, input, code, { actor_id, at })
  const invitations = await spendingOf(container).readInvitations(organisationId, at)
  if (input.email !== null) await sendInvitation(container, { organisation_id: organisationId, role: input.role, code, to: input.email })
  return { code, invitations }
}

/** The person joins in the role they were invited for; staff verify them before it counts. Error: invitation_closed. */
export async function joinByInvitation(container: MedusaContainer, code: string, customer_id: string): Promise<void> {
  const { organisation_id, role } = await spendingOf(container).useInvitation(code, { actor_id: customer_id, at: new Date() })
  await institutionOf(container).saveMembers([{ organisation_id, customer_id, role, verified: null }])
}
