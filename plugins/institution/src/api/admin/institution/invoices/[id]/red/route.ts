import type { StaffRequest } from "@fupin/access"
import { RedInvoiceQuery } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { answerWrittenInvoice } from "../../../../../_write-invoice"

export const POST = async (req: StaffRequest, res: MedusaResponse) => {
  await answerWrittenInvoice(req, res, "red", RedInvoiceQuery)
}
