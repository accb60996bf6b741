import type { UnitReasonInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../medusa"
import { allowMember } from "../../../../reads/members"
import { statementsOf } from "../../../../statement"

export const POST = async (req: AuthenticatedMedusaRequest<UnitReasonInput>, res: MedusaResponse) => {
  const { organisation_id, reason } = req.validatedBody
  await allowMember(req.scope, customerOf(req), organisation_id, "pay")
  await statementsOf(req.scope).setReason(organisation_id, reason, { actor_id: customerOf(req), at: new Date() })
  res.json({ purchase_reason: reason })
}
