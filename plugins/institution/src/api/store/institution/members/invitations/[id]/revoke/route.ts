import { refusal } from "@fupin/access"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../../../medusa"
import { allowMember } from "../../../../../../../reads/members"
import { spendingOf } from "../../../../../../../spending"
import { revokeInvitation } from "../../../../../../../spending/invitations"

export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  const id = req.params.id!
  const owner = await spendingOf(req.scope).ownerOf("organisation_invitation", id)
  if (owner === null) throw refusal("not_found", "not_found")
  await allowMember(req.scope, customerOf(req), owner, "manage")
  await revokeInvitation(req.scope, owner, id, { side: "unit", by: customerOf(req) })
  res.json({ id })
}
