import type { StaffRequest } from "@fupin/access"
import type { PreorderPaymentInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { receivePreorderPayment } from "../../../../../../preorder/receive"
import { answerOfficeContract, contractInScope } from "../../../../../_preorders"

export const POST = async (req: StaffRequest<PreorderPaymentInput>, res: MedusaResponse) => {
  const { id } = await contractInScope(req)
  await receivePreorderPayment(req.scope, id, req.validatedBody, req.auth_context.actor_id)
  res.json(await answerOfficeContract(req.scope, id))
}
