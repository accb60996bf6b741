import type { StaffRequest } from "@fupin/access"
import type { OutsideDecisionInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { spendingOf } from "../../../../../../spending"
import { outsidePurchaseInScope } from "../../../../../_scope"

export const POST = async (req: StaffRequest<OutsideDecisionInput>, res: MedusaResponse) => {
  const { id } = await outsidePurchaseInScope(req, req.params.id!)
  const { verdict, reason } = req.validatedBody
  await spendingOf(req.scope).decideOutside(id, verdict, reason, { actor_id: req.auth_context.actor_id, at: new Date() })
  res.json({ outside_purchase: await outsidePurchaseInScope(req, id) })
}
