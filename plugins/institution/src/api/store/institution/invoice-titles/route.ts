import type { InvoiceTitleInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../medusa"
import { allowMember } from "../../../../reads/members"
import { spendingOf } from "../../../../spending"

export const POST = async (req: AuthenticatedMedusaRequest<InvoiceTitleInput>, res: MedusaResponse) => {
  await allowMember(req.scope, customerOf(req), req.validatedBody.organisation_id, "pay")
  await spendingOf(req.scope).addInvoiceTitle(req.validatedBody, { actor_id: customerOf(req), at: new Date() })
  res.status(201).json({ invoice_titles: await spendingOf(req.scope).readInvoiceTitles(req.validatedBody.organisation_id) })
}
