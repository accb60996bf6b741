import type { StaffRequest } from "@fupin/access"
import type { InvitationInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { inviteMember } from "../../../../../../spending/invitations"
import { organisationInScope } from "../../../../../_scope"

export const POST = async (req: StaffRequest<InvitationInput>, res: MedusaResponse) => {
  const { id } = await organisationInScope(req, req.params.id!)
  res.status(201).json(await inviteMember(req.scope, id, req.validatedBody, { side: "office", by: req.auth_context.actor_id }))
}
