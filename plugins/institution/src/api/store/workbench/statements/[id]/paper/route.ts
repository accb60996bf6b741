import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answerStatementPaper } from "../../../../../_statements"
import { producersStatement } from "../../../../../_workbench"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  await answerStatementPaper(req, res, await producersStatement(req, "read"))
}
