import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answerDemand, demandFor } from "../../../../_demands"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { id } = await demandFor(req, "read")
  res.json(await answerDemand(req, id))
}
