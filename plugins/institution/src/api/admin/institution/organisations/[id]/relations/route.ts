import type { StaffRequest } from "@fupin/access"
import type { RelationInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { showProfile } from "../../../../../../reads/show-profile"
import { spendingOf } from "../../../../../../spending"
import { organisationInScope } from "../../../../../_scope"

/** Both units lie in the regions of whoever relates them. */
export const POST = async (req: StaffRequest<RelationInput>, res: MedusaResponse) => {
  const { id: organisation_id } = await organisationInScope(req, req.params.id!)
  await organisationInScope(req, req.validatedBody.to_organisation_id)
  await spendingOf(req.scope).saveRelation({ ...req.validatedBody, organisation_id }, { actor_id: req.auth_context.actor_id, at: new Date() })
  res.status(201).json({ relations: (await showProfile(req.scope, organisation_id)).relations })
}
