import type { ConfirmStatementInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../../medusa"
import { confirmStatementWorkflow } from "../../../../../../workflows/confirm-statement"
import { answerStatement, statementFor } from "../../../../../_statements"

export const POST = async (req: AuthenticatedMedusaRequest<ConfirmStatementInput>, res: MedusaResponse) => {
  const { mayPay } = await statementFor(req, "confirm")
  await confirmStatementWorkflow(req.scope).run({ input: { id: req.params.id!, revision: req.validatedBody.revision, actor_id: customerOf(req) } })
  res.json(await answerStatement(req, mayPay))
}
