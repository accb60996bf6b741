import { refusal, type StaffRequest } from "@fupin/access"
import type { MedusaResponse } from "@medusajs/framework/http"
import { spendingOf } from "../../../../../../spending"
import { revokeInvitation } from "../../../../../../spending/invitations"
import { organisationInScope } from "../../../../../_scope"

export const POST = async (req: StaffRequest, res: MedusaResponse) => {
  const id = req.params.id!
  const owner = await spendingOf(req.scope).ownerOf("organisation_invitation", id)
  if (owner === null) throw refusal("not_found", "not_found")
  await organisationInScope(req, owner)
  await revokeInvitation(req.scope, owner, id, { side: "office", by: req.auth_context.actor_id })
  res.json({ id })
}
