import type { DisputeInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../../medusa"
import { statementsOf } from "../../../../../../statement"
import { answerStatement, statementFor } from "../../../../../_statements"

export const POST = async (req: AuthenticatedMedusaRequest<DisputeInput>, res: MedusaResponse) => {
  const { mayPay } = await statementFor(req, "confirm")
  await statementsOf(req.scope).dispute(req.params.id!, req.validatedBody, { actor_id: customerOf(req), at: new Date() })
  res.json(await answerStatement(req, mayPay))
}
