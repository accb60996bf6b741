import { InvoiceableQuery, InvoiceableSeller } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../medusa"
import { allowMember } from "../../../../reads/members"
import { showInvoiceable } from "../../../../reads/show-orders"
import { statementsOf } from "../../../../statement"
import { validQuery } from "../../../_query"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { organisation_id, about_id } = validQuery(req, InvoiceableQuery)
  await allowMember(req.scope, customerOf(req), organisation_id, "read")
  const orders = await statementsOf(req.scope).readUnitOrders({ organisation_ids: [organisation_id], ...(about_id === undefined ? {} : { about_ids: [about_id] }) })
  res.json({ sellers: (await showInvoiceable(req.scope, organisation_id, orders)).map((one) => InvoiceableSeller.parse(one)) })
}
