import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answerScan, contractFor } from "../../../../../_preorders"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  await answerScan(req, res, await contractFor(req, "read"))
}
