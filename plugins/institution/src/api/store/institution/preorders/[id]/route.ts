import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answerOffer, openOffer } from "../../../../_preorders"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { id } = await openOffer(req)
  res.json(await answerOffer(req.scope, id))
}
