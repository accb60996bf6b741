import type { RemedyInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { remedyCampaign } from "../../../../../../campaign/remedy"
import { customerOf } from "../../../../../../medusa"
import { campaignFor, campaignToChange } from "../../../../../_campaign"

export const POST = async (req: AuthenticatedMedusaRequest<RemedyInput>, res: MedusaResponse) => {
  const campaign = req.validatedBody.mode === "save" ? await campaignToChange(req) : (await campaignFor(req, "order")).campaign
  res.json(await remedyCampaign(req.scope, campaign, req.validatedBody, customerOf(req)))
}
