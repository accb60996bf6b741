import type { RecipientChange } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { businessDay } from "../../../../../../../domain/business-day"
import { availableReader, campaignsOf } from "../../../../../../../campaign/facts"
import { answerCampaign, campaignToChange } from "../../../../../../_campaign"

/** A leaver, or a pack chosen for a member who asked the union to. */
export const POST = async (req: AuthenticatedMedusaRequest<RecipientChange>, res: MedusaResponse) => {
  const { id } = await campaignToChange(req)
  const [change, recipient_id] = [req.validatedBody, req.params.recipient!]
  if ("leave" in change) await campaignsOf(req.scope).leave(id, recipient_id)
  else await campaignsOf(req.scope).choose(id, { recipient_id, ...change, by: "organiser", today: businessDay(new Date()) }, await availableReader(req.scope))
  res.json(await answerCampaign(req, id))
}
