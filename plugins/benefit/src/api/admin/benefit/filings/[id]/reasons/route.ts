import type { StaffRequest } from "@fupin/access"
import type { FilingReasonInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { requireFiling } from "../../../../../../queries/require-filing"
import { explainFilingWorkflow } from "../../../../../../workflows/explain-filing"

export const POST = async (req: StaffRequest<FilingReasonInput>, res: MedusaResponse) => {
  const { id } = await requireFiling(req)
  const { result } = await explainFilingWorkflow(req.scope).run({ input: { id, ...req.validatedBody, actor_id: req.auth_context.actor_id, now: new Date() } })
  res.status(201).json(result)
}
