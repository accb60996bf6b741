import type { StaffRequest } from "@fupin/access"
import type { FilingReturnInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { requireReceivedFiling } from "../../../../../../queries/require-filing"
import { returnFilingWorkflow } from "../../../../../../workflows/return-filing"

export const POST = async (req: StaffRequest<FilingReturnInput>, res: MedusaResponse) => {
  const { id } = await requireReceivedFiling(req)
  const { result } = await returnFilingWorkflow(req.scope).run({ input: { id, ...req.validatedBody, actor_id: req.auth_context.actor_id, now: new Date() } })
  res.json(result)
}
