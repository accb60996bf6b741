import { MAX_SCAN_BYTES } from "@fupin/benefit/domain/voucher/scan"
import { receiveFile } from "@fupin/benefit/intake/receive"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { campaignsOf } from "../../../../../../campaign/facts"
import { customerOf } from "../../../../../../medusa"
import { answerCampaign, campaignFor } from "../../../../../_campaign"

/** The signed minutes of the decision, as body. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { campaign: { id } } = await campaignFor(req, "order")
  const name = String(req.query.name ?? "会议纪要").replace(/[<>"'\\/\p{Cc}]/gu, "").slice(0, 80)
  await campaignsOf(req.scope).attachMinutes(id, { name: name || "会议纪要", content: await receiveFile(req, MAX_SCAN_BYTES, "scan_too_big") }, customerOf(req))
  res.json(await answerCampaign(req, id))
}
