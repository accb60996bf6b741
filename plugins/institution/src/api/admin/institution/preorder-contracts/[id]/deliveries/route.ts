import type { StaffRequest } from "@fupin/access"
import type { PreorderDeliveryInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { deliverPreorder } from "../../../../../../preorder/deliver"
import { answerOfficeContract, contractInScope } from "../../../../../_preorders"

export const POST = async (req: StaffRequest<PreorderDeliveryInput>, res: MedusaResponse) => {
  const { id } = await contractInScope(req)
  await deliverPreorder(req.scope, id, req.validatedBody, req.auth_context.actor_id)
  res.json(await answerOfficeContract(req.scope, id))
}
