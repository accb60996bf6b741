import { Invoice, type InvoiceInput, InvoiceQuery } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../medusa"
import { allowMember, readMineOf } from "../../../../reads/members"
import { showInvoices } from "../../../../reads/show-statements"
import { statementsOf } from "../../../../statement"
import { validQuery } from "../../../_query"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { organisation_id, ...about } = validQuery(req, InvoiceQuery)
  const rows = await statementsOf(req.scope).readInvoices({ organisation_ids: await readMineOf(req.scope, customerOf(req), organisation_id), ...about })
  res.json({ invoices: (await showInvoices(req.scope, rows)).map((one) => Invoice.parse(one)) })
}

export const POST = async (req: AuthenticatedMedusaRequest<InvoiceInput>, res: MedusaResponse) => {
  await allowMember(req.scope, customerOf(req), req.validatedBody.organisation_id, "pay")
  const module = statementsOf(req.scope)
  const id = await module.requestInvoice(req.validatedBody, { actor_id: customerOf(req), at: new Date() })
  const [invoice] = await showInvoices(req.scope, await module.readInvoices({ ids: [id] }))
  res.status(201).json({ invoice: Invoice.parse(invoice) })
}
