import type { StaffRequest } from "@fupin/access"
import type { ExemptionInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { spendingOf } from "../../../../../../spending"
import { organisationInScope } from "../../../../../_scope"

export const POST = async (req: StaffRequest<ExemptionInput>, res: MedusaResponse) => {
  const { id } = await organisationInScope(req, req.params.id!)
  await spendingOf(req.scope).saveExemption(id, req.validatedBody, { actor_id: req.auth_context.actor_id, at: new Date() })
  res.status(201).json({ exemption: req.validatedBody })
}
