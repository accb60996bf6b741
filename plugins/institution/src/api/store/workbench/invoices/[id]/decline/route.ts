import type { DeclineInvoiceInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../../medusa"
import { statementsOf } from "../../../../../../statement"
import { producersInvoice } from "../../../../../_workbench"
import { answerInvoice } from "../../../../../_write-invoice"

export const POST = async (req: AuthenticatedMedusaRequest<DeclineInvoiceInput>, res: MedusaResponse) => {
  const { id } = await producersInvoice(req, "act")
  await statementsOf(req.scope).declineInvoice(id, req.validatedBody.reason, { actor_id: customerOf(req), at: new Date() })
  await answerInvoice(req, res)
}
