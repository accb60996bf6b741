import type { StaffRequest } from "@fupin/access"
import type { MedusaResponse } from "@medusajs/framework/http"
import { requireRecipient } from "../../../../../../reads/donations"
import { openDonationRecipientWorkflow } from "../../../../../../workflows/save-donation-recipients"
import { refuseOutside } from "../../../../../_scope"

export const POST = async (req: StaffRequest, res: MedusaResponse) => {
  const { id, county_code } = await requireRecipient(req.scope, req.params.id!)
  refuseOutside(req, county_code)
  await openDonationRecipientWorkflow(req.scope).run({ input: { id, is_open: false } })
  res.json({ id })
}
