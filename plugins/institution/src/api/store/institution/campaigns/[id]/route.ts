import type { CampaignChange } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { changeCampaign } from "../../../../../campaign/save"
import { showDetail } from "../../../../../campaign/show"
import { answerCampaign, campaignFor, campaignToChange } from "../../../../_campaign"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { campaign } = await campaignFor(req, "read")
  res.json(await showDetail(req.scope, campaign))
}

export const POST = async (req: AuthenticatedMedusaRequest<CampaignChange>, res: MedusaResponse) => {
  const { id } = await campaignToChange(req)
  await changeCampaign(req.scope, id, req.validatedBody)
  res.json(await answerCampaign(req, id))
}
