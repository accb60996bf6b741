import type { StaffRequest } from "@fupin/access"
import type { AdjustInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { statementsOf } from "../../../../../../statement"
import { answerStatement, statementInScope } from "../../../../../_statements"

export const POST = async (req: StaffRequest<AdjustInput>, res: MedusaResponse) => {
  const { id } = await statementInScope(req)
  await statementsOf(req.scope).adjust(id, req.validatedBody, { actor_id: req.auth_context.actor_id, at: new Date() })
  res.json(await answerStatement(req, true))
}
