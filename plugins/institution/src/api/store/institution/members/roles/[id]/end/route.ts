import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../../../medusa"
import { memberFor } from "../../../../../../../reads/members"
import { institutionOf } from "../../../../../../../reads/plans"

export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  const { id, organisation_id } = await memberFor(req.scope, customerOf(req), req.params.id!)
  await institutionOf(req.scope).endRoles(organisation_id, { id }, { by: customerOf(req), at: new Date() })
  res.json({ id })
}
