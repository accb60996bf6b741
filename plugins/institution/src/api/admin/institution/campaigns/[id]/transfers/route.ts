import type { StaffRequest } from "@fupin/access"
import type { CampaignTransferInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { requireCampaign } from "../../../../../../campaign/facts"
import { receiveCampaignTransfer } from "../../../../../../campaign/receive"
import { organisationInScope } from "../../../../../_scope"
import { showCampaigns } from "../../../../../../campaign/show"

/** One payment of the union, registered once; its parts are worked on in the background. */
export const POST = async (req: StaffRequest<CampaignTransferInput>, res: MedusaResponse) => {
  const campaign = await requireCampaign(req.scope, req.params.id!)
  await organisationInScope(req, campaign.organisation_id)
  await receiveCampaignTransfer(req.scope, { ...req.validatedBody, campaign_id: campaign.id }, req.auth_context.actor_id)
  const [shown] = await showCampaigns(req.scope, [await requireCampaign(req.scope, campaign.id)])
  res.json({ campaign: shown })
}
