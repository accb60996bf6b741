import type { UnitAcceptanceRuleInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../medusa"
import { allowMember } from "../../../../reads/members"
import { statementsOf } from "../../../../statement"

export const POST = async (req: AuthenticatedMedusaRequest<UnitAcceptanceRuleInput>, res: MedusaResponse) => {
  const { organisation_id, second_signature } = req.validatedBody
  await allowMember(req.scope, customerOf(req), organisation_id, "manage")
  await statementsOf(req.scope).setSecondSignature(organisation_id, second_signature, { side: "unit", by: customerOf(req), at: new Date() })
  res.json({ second_signature })
}
