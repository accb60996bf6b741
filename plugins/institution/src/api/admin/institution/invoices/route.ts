import type { StaffRequest } from "@fupin/access"
import { Invoice } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { showInvoices } from "../../../../reads/show-statements"
import { statementsOf } from "../../../../statement"
import { organisationsInScope } from "../../../_scope"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const organisation_ids = (await organisationsInScope(req)).map(({ id }) => id)
  const rows = await statementsOf(req.scope).readInvoices({ organisation_ids })
  res.json({ invoices: (await showInvoices(req.scope, rows)).map((one) => Invoice.parse(one)) })
}
