import { refusal, type StaffRequest } from "@fupin/access"
import type { EndRelationInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { spendingOf } from "../../../../../../spending"
import { organisationInScope } from "../../../../../_scope"

export const POST = async (req: StaffRequest<EndRelationInput>, res: MedusaResponse) => {
  const id = req.params.id!
  const owner = await spendingOf(req.scope).ownerOf("organisation_relation", id)
  if (owner === null) throw refusal("not_found", "not_found")
  await organisationInScope(req, owner)
  await spendingOf(req.scope).endRelation(id, req.validatedBody.ended_on, { actor_id: req.auth_context.actor_id, at: new Date() })
  res.json({ id })
}
