import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readEvidence } from "../../../../../../campaign/evidence"
import { campaignFor } from "../../../../../_campaign"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { campaign } = await campaignFor(req, "read")
  res.json(await readEvidence(req.scope, campaign))
}
