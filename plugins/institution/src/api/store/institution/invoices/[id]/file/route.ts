import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../../medusa"
import { allowMember } from "../../../../../../reads/members"
import { answerInvoiceFile, invoiceNamed } from "../../../../../_statements"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const row = await invoiceNamed(req)
  await allowMember(req.scope, customerOf(req), row.organisation_id, "read")
  await answerInvoiceFile(req, res, row)
}
