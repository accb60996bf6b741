import type { HandOutInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { campaignsOf } from "../../../../../../campaign/facts"
import { showRecipients } from "../../../../../../campaign/show-recipients"
import { customerOf } from "../../../../../../medusa"
import { campaignFor } from "../../../../../_campaign"

export const POST = async (req: AuthenticatedMedusaRequest<HandOutInput>, res: MedusaResponse) => {
  const { campaign } = await campaignFor(req, "accept")
  const id = await campaignsOf(req.scope).handOut(campaign.id, req.validatedBody, customerOf(req))
  const [recipient] = showRecipients(await campaignsOf(req.scope).readRecipients({ ids: [id] }), campaign.state, true)
  res.json({ recipient })
}
