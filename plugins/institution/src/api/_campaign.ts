import type { MemberAction } from "../domain/decide-member"
import type { MedusaRequest } from "@medusajs/framework/http"
import type { MemberRole } from "@fupin/contract/schemas"
import { requireCampaign } from "../campaign/facts"
import { showDetail } from "../campaign/show"
import { noteCampaignAsker } from "../campaign/spending"
import { customerOf } from "../medusa"
import type { CampaignRow } from "../modules/campaign/rows"
import { allowMember } from "../reads/members"

/** The campaign of the request, if the signed-in member may do `action` for its organisation; 404 when there is none, 403 when it is another's. */
export async function campaignFor(req: MedusaRequest, action: MemberAction): Promise<{ campaign: CampaignRow; roles: MemberRole[] }> {
  const campaign = await requireCampaign(req.scope, req.params.id!)
  return { campaign, roles: await allowMember(req.scope, customerOf(req), campaign.organisation_id, action) }
}

/** The same for whoever is about to change what it gives, or to whom: from now on they approve nothing of it. */
export async function campaignToChange(req: MedusaRequest): Promise<CampaignRow> {
  const { campaign } = await campaignFor(req, "order")
  await noteCampaignAsker(req.scope, campaign.id, customerOf(req))
  return campaign
}

/** Who organises or hands out sees members' names; others see masks. */
export const maySeeNames = (roles: readonly MemberRole[]): boolean => roles.includes("buyer") || roles.includes("receiver")

/** The campaign as it is now. */
export async function answerCampaign(req: MedusaRequest, id: string) {
  return await showDetail(req.scope, await requireCampaign(req.scope, id))
}
