import type { PacksInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { savePacks } from "../../../../../../campaign/save"
import { answerCampaign, campaignFor } from "../../../../../_campaign"

export const POST = async (req: AuthenticatedMedusaRequest<PacksInput>, res: MedusaResponse) => {
  const { campaign: { id } } = await campaignFor(req, "order")
  await savePacks(req.scope, id, req.validatedBody.packs)
  res.json(await answerCampaign(req, id))
}
