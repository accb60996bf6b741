import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answerPaper, contractFor } from "../../../../../_preorders"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  await answerPaper(req, res, await contractFor(req, "read"))
}
