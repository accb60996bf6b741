import type { StaffRequest } from "@fupin/access"
import type { MedusaResponse } from "@medusajs/framework/http"
import { goodsNamer, statementsOf } from "../../../../../../statement"
import { answerStatement, statementInScope } from "../../../../../_statements"

export const POST = async (req: StaffRequest, res: MedusaResponse) => {
  const { id } = await statementInScope(req)
  await statementsOf(req.scope).send(id, goodsNamer(req.scope), { actor_id: req.auth_context.actor_id, at: new Date() })
  res.json(await answerStatement(req, true))
}
