import { WorkbenchCampaign } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { showCampaignGoods } from "../../../../workbench/campaign-goods"
import { producerAsked } from "../../../_workbench"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { id } = await producerAsked(req)
  res.json({ campaigns: (await showCampaignGoods(req.scope, id, new Date())).map((one) => WorkbenchCampaign.parse(one)) })
}
