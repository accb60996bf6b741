import type { CampaignStep } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { takeStep } from "../../../../../../campaign/steps"
import { customerOf } from "../../../../../../medusa"
import { answerCampaign, campaignFor } from "../../../../../_campaign"

/** Receiving is for who accepts goods, all else for who orders. */
export const POST = async (req: AuthenticatedMedusaRequest<CampaignStep>, res: MedusaResponse) => {
  const { campaign } = await campaignFor(req, req.validatedBody.step === "arrive" ? "accept" : "order")
  await takeStep(req.scope, campaign, req.validatedBody, customerOf(req))
  res.json(await answerCampaign(req, campaign.id))
}
