import { QuickEntry, type QuickEntryInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../medusa"
import { agreementFor } from "../../../../reads/members"
import { readPasted } from "../../../../reads/quick-entry"

export const POST = async (req: AuthenticatedMedusaRequest<QuickEntryInput>, res: MedusaResponse) => {
  const { agreement_id, text } = req.validatedBody
  const agreement = await agreementFor(req.scope, customerOf(req), agreement_id, "order")
  res.json(QuickEntry.parse(await readPasted(req.scope, agreement, text)))
}
