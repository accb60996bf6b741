import type { DecisionInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../../medusa"
import { decideApprovalWorkflow } from "../../../../../../workflows/decide-approval"
import { answerApproval, requestFor } from "../../../../../_approvals"

export const POST = async (req: AuthenticatedMedusaRequest<DecisionInput>, res: MedusaResponse) => {
  const { id } = await requestFor(req, "read")
  await decideApprovalWorkflow(req.scope).run({ input: { ...req.validatedBody, id, actor_id: customerOf(req) } })
  res.json(await answerApproval(req, id))
}
