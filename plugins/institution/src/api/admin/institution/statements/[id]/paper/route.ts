import type { StaffRequest } from "@fupin/access"
import type { MedusaResponse } from "@medusajs/framework/http"
import { answerStatementPaper, statementInScope } from "../../../../../_statements"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  await answerStatementPaper(req, res, await statementInScope(req))
}
