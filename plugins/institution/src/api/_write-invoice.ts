import type { StaffRequest } from "@fupin/access"
import { receiveFile } from "@fupin/benefit/intake/receive"
import { Invoice, IssueInvoiceQuery, type RedInvoiceQuery } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../medusa"
import type { IssuedInvoice } from "../modules/statement/invoices"
import { showInvoices } from "../reads/show-statements"
import { statementsOf } from "../statement"
import { sealInvoice } from "../statement/files"
import { validQuery } from "./_query"
import { invoiceInScope, invoiceNamed } from "./_statements"

const MAX_BYTES = 10_000_000

/** Takes in an invoice's file with its number, or that of the red-letter invoice. */
export async function answerWrittenInvoice(req: StaffRequest, res: MedusaResponse, as: "issued" | "red", schema: typeof IssueInvoiceQuery | typeof RedInvoiceQuery): Promise<void> {
  const { id } = await invoiceInScope(req)
  await takeInvoice(req, id, as, validQuery(req, schema), req.auth_context.actor_id)
  await answerInvoice(req, res)
}

/** The same by the seller itself, whose own invoice it is. */
export async function answerIssuedInvoice(req: AuthenticatedMedusaRequest, res: MedusaResponse, id: string): Promise<void> {
  await takeInvoice(req, id, "issued", validQuery(req, IssueInvoiceQuery), customerOf(req))
  await answerInvoice(req, res)
}

async function takeInvoice(req: MedusaRequest, id: string, as: "issued" | "red", issued: IssuedInvoice, actor_id: string): Promise<void> {
  const file = sealInvoice(await receiveFile(req, MAX_BYTES, "scan_too_big"))
  await statementsOf(req.scope).writeInvoice(id, as, issued, file, { actor_id, at: new Date() })
}

/** The invoice in the path as it is now. */
export async function answerInvoice(req: Pick<MedusaRequest, "scope" | "params">, res: MedusaResponse): Promise<void> {
  const [invoice] = await showInvoices(req.scope, [await invoiceNamed(req)])
  res.json({ invoice: Invoice.parse(invoice) })
}
