import type { DecisionInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../../medusa"
import { spendingOf } from "../../../../../../spending"
import { answerApproval, requestFor } from "../../../../../_approvals"

export const POST = async (req: AuthenticatedMedusaRequest<DecisionInput>, res: MedusaResponse) => {
  const { id } = await requestFor(req, "read")
  await spendingOf(req.scope).decide(id, customerOf(req), req.validatedBody, new Date())
  res.json(await answerApproval(req, id))
}
