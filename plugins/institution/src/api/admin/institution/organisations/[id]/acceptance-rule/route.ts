import type { StaffRequest } from "@fupin/access"
import type { AcceptanceRuleInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { statementsOf } from "../../../../../../statement"
import { organisationInScope } from "../../../../../_scope"

export const POST = async (req: StaffRequest<AcceptanceRuleInput>, res: MedusaResponse) => {
  const { id } = await organisationInScope(req, req.params.id!)
  await statementsOf(req.scope).setSecondSignature(id, req.validatedBody.second_signature, { side: "office", by: req.auth_context.actor_id, at: new Date() })
  res.json(req.validatedBody)
}
