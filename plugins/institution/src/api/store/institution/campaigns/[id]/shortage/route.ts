import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { showShortage } from "../../../../../../campaign/remedy"
import { campaignFor } from "../../../../../_campaign"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { campaign } = await campaignFor(req, "order")
  res.json(await showShortage(req.scope, campaign))
}
