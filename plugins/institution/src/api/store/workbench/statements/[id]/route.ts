import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answerStatement } from "../../../../_statements"
import { producersStatement } from "../../../../_workbench"

/** Where to pay is the buyer's to see. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  await producersStatement(req, "read")
  res.json(await answerStatement(req, false))
}
