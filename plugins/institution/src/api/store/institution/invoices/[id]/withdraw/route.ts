import { Invoice } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../../medusa"
import { allowMember } from "../../../../../../reads/members"
import { showInvoices } from "../../../../../../reads/show-statements"
import { statementsOf } from "../../../../../../statement"
import { invoiceNamed } from "../../../../../_statements"

export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  await allowMember(req.scope, customerOf(req), (await invoiceNamed(req)).organisation_id, "pay")
  await statementsOf(req.scope).withdrawInvoice(req.params.id!)
  const [invoice] = await showInvoices(req.scope, [await invoiceNamed(req)])
  res.json({ invoice: Invoice.parse(invoice) })
}
