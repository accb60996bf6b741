import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answerInvoiceFile } from "../../../../../_statements"
import { producersInvoice } from "../../../../../_workbench"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  await answerInvoiceFile(req, res, await producersInvoice(req, "read"))
}
