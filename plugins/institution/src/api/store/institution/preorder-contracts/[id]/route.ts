import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answerContract, contractFor } from "../../../../_preorders"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { id } = await contractFor(req, "read")
  res.json(await answerContract(req, id))
}
