import { RosterChange, type RosterChangeInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { changeRoster } from "../../../../../../campaign/change-roster"
import { customerOf } from "../../../../../../medusa"
import { campaignFor, campaignToChange } from "../../../../../_campaign"

/** One joins late or leaves after the choosing closed. */
export const POST = async (req: AuthenticatedMedusaRequest<RosterChangeInput>, res: MedusaResponse) => {
  const campaign = req.validatedBody.mode === "save" ? await campaignToChange(req) : (await campaignFor(req, "order")).campaign
  res.json(RosterChange.parse(await changeRoster(req.scope, campaign, req.validatedBody, customerOf(req))))
}
