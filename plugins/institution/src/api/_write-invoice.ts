import type { StaffRequest } from "@fupin/access"
import { receiveFile } from "@fupin/benefit/intake/receive"
import { Invoice, type IssueInvoiceQuery, type RedInvoiceQuery } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { showInvoices } from "../reads/show-statements"
import { statementsOf } from "../statement"
import { sealFile } from "../statement/files"
import { validQuery } from "./_query"
import { invoiceInScope, invoiceNamed } from "./_statements"

const MAX_BYTES = 10_000_000

/** Takes in an invoice's file with its number, or that of the red-letter invoice. */
export async function answerWrittenInvoice(req: StaffRequest, res: MedusaResponse, as: "issued" | "red", schema: typeof IssueInvoiceQuery | typeof RedInvoiceQuery): Promise<void> {
  const { id } = await invoiceInScope(req)
  const issued = validQuery(req, schema)
  const file = sealFile(await receiveFile(req, MAX_BYTES, "scan_too_big"))
  await statementsOf(req.scope).writeInvoice(id, as, issued, file, { actor_id: req.auth_context.actor_id, at: new Date() })
  const [invoice] = await showInvoices(req.scope, [await invoiceNamed(req)])
  res.json({ invoice: Invoice.parse(invoice) })
}
