import type { StaffRequest } from "@fupin/access"
import type { MedusaResponse } from "@medusajs/framework/http"
import { answerStatement, statementInScope } from "../../../../_statements"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  await statementInScope(req)
  res.json(await answerStatement(req, true))
}
