import { CampaignOrders } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { showCampaignOrders } from "../../../../../../campaign/show-orders"
import { decideRole } from "../../../../../../domain/decide-member"
import { campaignFor } from "../../../../../_campaign"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { campaign, roles } = await campaignFor(req, "read")
  res.json(CampaignOrders.parse(await showCampaignOrders(req.scope, campaign, decideRole(roles, "pay").ok)))
}
