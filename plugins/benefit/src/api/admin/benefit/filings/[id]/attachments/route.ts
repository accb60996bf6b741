import type { StaffRequest } from "@fupin/access"
import type { FilingAttachmentInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { requireFiling } from "../../../../../../queries/require-filing"
import { attachToFilingWorkflow } from "../../../../../../workflows/attach-to-filing"

export const POST = async (req: StaffRequest<FilingAttachmentInput>, res: MedusaResponse) => {
  const { id } = await requireFiling(req)
  const { result } = await attachToFilingWorkflow(req.scope).run({ input: { id, ...req.validatedBody, actor_id: req.auth_context.actor_id, now: new Date() } })
  res.status(201).json(result)
}
