import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { producersInvoice } from "../../../../../_workbench"
import { answerIssuedInvoice } from "../../../../../_write-invoice"

/** The file as body, its number and day in the query. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  await answerIssuedInvoice(req, res, (await producersInvoice(req, "act")).id)
}
