import type { StaffRequest } from "@fupin/access"
import type { FilingStepInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { requireReceivedFiling } from "../../../../../../queries/require-filing"
import { acceptFilingWorkflow } from "../../../../../../workflows/accept-filing"

export const POST = async (req: StaffRequest<FilingStepInput>, res: MedusaResponse) => {
  const { id } = await requireReceivedFiling(req)
  const { result } = await acceptFilingWorkflow(req.scope).run({ input: { id, ...req.validatedBody, actor_id: req.auth_context.actor_id, now: new Date() } })
  res.json(result)
}
