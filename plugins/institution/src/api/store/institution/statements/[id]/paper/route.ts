import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answerStatementPaper, statementFor } from "../../../../../_statements"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  await answerStatementPaper(req, res, (await statementFor(req, "read")).row)
}
