import { regionContains, type StaffRequest } from "@fupin/access"
import type { DonationRecipientInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { readOfficeRecipients } from "../../../../reads/donations"
import { saveDonationRecipientsWorkflow } from "../../../../workflows/save-donation-recipients"
import { refuseOutside } from "../../../_scope"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  res.json({ recipients: await readOfficeRecipients(req.scope, (region) => req.staffRegions.some((within) => regionContains(within, region))) })
}

export const POST = async (req: StaffRequest<DonationRecipientInput>, res: MedusaResponse) => {
  refuseOutside(req, req.validatedBody.county_code)
  const { result } = await saveDonationRecipientsWorkflow(req.scope).run({ input: { recipients: [req.validatedBody], actor_id: req.auth_context.actor_id } })
  res.status(201).json({ id: result.ids[0] })
}
