import type { RoleInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../medusa"
import { allowMember } from "../../../../../reads/members"
import { institutionOf } from "../../../../../reads/plans"

export const POST = async (req: AuthenticatedMedusaRequest<RoleInput>, res: MedusaResponse) => {
  await allowMember(req.scope, customerOf(req), req.validatedBody.organisation_id, "manage")
  await institutionOf(req.scope).grantRole(req.validatedBody, { by: customerOf(req), at: new Date() })
  res.status(201).json({ role: req.validatedBody.role })
}
