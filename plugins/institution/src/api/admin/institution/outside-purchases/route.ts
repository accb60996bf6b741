import type { StaffRequest } from "@fupin/access"
import { OutsidePurchase } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { spendingOf } from "../../../../spending"
import { organisationsInScope } from "../../../_scope"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const organisations = await organisationsInScope(req)
  const rows = await spendingOf(req.scope).readOutside({ organisation_ids: organisations.map(({ id }) => id) })
  res.json({ outside_purchases: rows.map((row) => ({ ...OutsidePurchase.parse(row), organisation_name: organisations.find(({ id }) => id === row.organisation_id)?.name ?? "" })) })
}
