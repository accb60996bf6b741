import type { AskAgainInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { businessDay } from "../../../../../../domain/business-day"
import { customerOf } from "../../../../../../medusa"
import { spendingOf } from "../../../../../../spending"
import { askApprovalsWorkflow } from "../../../../../../workflows/ask-approvals"
import { answerApproval, requestFor } from "../../../../../_approvals"

export const POST = async (req: AuthenticatedMedusaRequest<AskAgainInput>, res: MedusaResponse) => {
  const { id } = await requestFor(req, "order")
  await spendingOf(req.scope).askAgain(id, customerOf(req), new Date())
  await askApprovalsWorkflow(req.scope).run({ input: { today: businessDay(new Date()) } })
  res.json(await answerApproval(req, id))
}
