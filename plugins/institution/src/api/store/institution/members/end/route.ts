import type { EndPersonInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../medusa"
import { allowMember } from "../../../../../reads/members"
import { institutionOf } from "../../../../../reads/plans"

export const POST = async (req: AuthenticatedMedusaRequest<EndPersonInput>, res: MedusaResponse) => {
  const { organisation_id, customer_id } = req.validatedBody
  await allowMember(req.scope, customerOf(req), organisation_id, "manage")
  await institutionOf(req.scope).endRoles(organisation_id, { customer_id }, { by: customerOf(req), at: new Date() })
  res.json({ customer_id })
}
