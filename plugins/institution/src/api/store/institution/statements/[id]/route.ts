import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answerStatement, statementFor } from "../../../../_statements"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { mayPay } = await statementFor(req, "read")
  res.json(await answerStatement(req, mayPay))
}
