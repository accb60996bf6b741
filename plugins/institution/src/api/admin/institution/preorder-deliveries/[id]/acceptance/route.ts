import type { StaffRequest } from "@fupin/access"
import type { PreorderAcceptInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { acceptPreorder } from "../../../../../../preorder/deliver"
import { answerOfficeContract, deliveryInScope } from "../../../../../_preorders"

/** From the delivery note that the unit signed on paper. */
export const POST = async (req: StaffRequest<PreorderAcceptInput>, res: MedusaResponse) => {
  const { delivery, contract } = await deliveryInScope(req)
  await acceptPreorder(req.scope, delivery.id, req.validatedBody, req.auth_context.actor_id)
  res.json(await answerOfficeContract(req.scope, contract.id))
}
