import { Invoice } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { showInvoices } from "../../../../reads/show-statements"
import { statementsOf } from "../../../../statement"
import { producerAsked } from "../../../_workbench"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { id } = await producerAsked(req)
  const rows = await statementsOf(req.scope).readInvoices({ seller_ids: [id] })
  res.json({ invoices: (await showInvoices(req.scope, rows)).map((one) => Invoice.parse(one)) })
}
