import type { StaffRequest } from "@fupin/access"
import type { MedusaResponse } from "@medusajs/framework/http"
import { answerInvoiceFile, invoiceInScope } from "../../../../../_statements"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  await answerInvoiceFile(req, res, await invoiceInScope(req))
}
