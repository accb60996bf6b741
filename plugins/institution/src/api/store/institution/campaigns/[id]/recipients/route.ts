import { refusal } from "@fupin/access"
import { type RecipientInput, RecipientQuery, Recipients } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { campaignsOf } from "../../../../../../campaign/facts"
import { showRecipients } from "../../../../../../campaign/show-recipients"
import { campaignFor, campaignToChange, maySeeNames } from "../../../../../_campaign"
import { validQuery } from "../../../../../_query"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { campaign, roles } = await campaignFor(req, "read")
  const { rows, count } = await campaignsOf(req.scope).readRecipientPage(campaign.id, validQuery(req, RecipientQuery))
  const homes = rows.filter(({ delivery }) => delivery === "home").map(({ id }) => id)
  const parcels = homes.length === 0 ? [] : await campaignsOf(req.scope).readParcels(campaign.id, homes)
  res.json(Recipients.parse({ recipients: showRecipients(rows, campaign.state, maySeeNames(roles), parcels), count }))
}

/** A late joiner. */
export const POST = async (req: AuthenticatedMedusaRequest<RecipientInput>, res: MedusaResponse) => {
  const { id } = await campaignToChange(req)
  const known = await campaignsOf(req.scope).readKnown(id)
  if (known.some((one) => one.employee_number === req.validatedBody.employee_number && one.left_at === null)) throw refusal("conflict", "employee_taken")
  res.status(201).json(await campaignsOf(req.scope).saveRecipients(id, [req.validatedBody]))
}
