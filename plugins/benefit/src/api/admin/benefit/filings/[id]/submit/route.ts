import type { StaffRequest } from "@fupin/access"
import type { FilingStepInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { requireFiling } from "../../../../../../queries/require-filing"
import { submitFilingWorkflow } from "../../../../../../workflows/submit-filing"

export const POST = async (req: StaffRequest<FilingStepInput>, res: MedusaResponse) => {
  const { id } = await requireFiling(req)
  const { result } = await submitFilingWorkflow(req.scope).run({ input: { id, ...req.validatedBody, actor_id: req.auth_context.actor_id, now: new Date() } })
  res.json(result)
}
