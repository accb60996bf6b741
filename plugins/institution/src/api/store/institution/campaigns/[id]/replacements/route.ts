import type { ReplacementInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { replacePack } from "../../../../../../campaign/replace"
import { answerCampaign, campaignFor } from "../../../../../_campaign"

export const POST = async (req: AuthenticatedMedusaRequest<ReplacementInput>, res: MedusaResponse) => {
  const { campaign } = await campaignFor(req, "accept")
  await replacePack(req.scope, campaign, req.validatedBody)
  res.status(201).json(await answerCampaign(req, campaign.id))
}
