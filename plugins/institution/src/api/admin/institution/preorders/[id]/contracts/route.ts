import type { StaffRequest } from "@fupin/access"
import type { MedusaResponse } from "@medusajs/framework/http"
import { preordersOf } from "../../../../../../preorder/facts"
import { showContracts } from "../../../../../../preorder/show"
import { offerInScope } from "../../../../../_preorders"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const { id } = await offerInScope(req)
  res.json({ contracts: await showContracts(req.scope, await preordersOf(req.scope).readContracts({ offer_ids: [id] }), new Date(), () => true) })
}
