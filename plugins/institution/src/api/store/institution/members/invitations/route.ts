import type { MemberInvitationInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../medusa"
import { allowMember } from "../../../../../reads/members"
import { inviteMember } from "../../../../../spending/invitations"

export const POST = async (req: AuthenticatedMedusaRequest<MemberInvitationInput>, res: MedusaResponse) => {
  const { organisation_id, ...input } = req.validatedBody
  await allowMember(req.scope, customerOf(req), organisation_id, "manage")
  res.status(201).json(await inviteMember(req.scope, organisation_id, input, { side: "unit", by: customerOf(req) }))
}
