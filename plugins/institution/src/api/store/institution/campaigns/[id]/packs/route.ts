import type { PacksInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { savePacks } from "../../../../../../campaign/save"
import { answerCampaign, campaignToChange } from "../../../../../_campaign"

export const POST = async (req: AuthenticatedMedusaRequest<PacksInput>, res: MedusaResponse) => {
  const { id } = await campaignToChange(req)
  await savePacks(req.scope, id, req.validatedBody.packs)
  res.json(await answerCampaign(req, id))
}
