import type { ParcelInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { recordParcel } from "../../../../../../campaign/parcels"
import { customerOf } from "../../../../../../medusa"
import { answerCampaign, campaignFor } from "../../../../../_campaign"

export const POST = async (req: AuthenticatedMedusaRequest<ParcelInput>, res: MedusaResponse) => {
  const { campaign } = await campaignFor(req, "accept")
  await recordParcel(req.scope, campaign, req.validatedBody, customerOf(req))
  res.json(await answerCampaign(req, campaign.id))
}
