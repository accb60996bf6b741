import type { StaffRequest } from "@fupin/access"
import type { PreorderPaybackInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { preordersOf } from "../../../../../../preorder/facts"
import { answerOfficeContract, contractInScope } from "../../../../../_preorders"

export const POST = async (req: StaffRequest<PreorderPaybackInput>, res: MedusaResponse) => {
  const { id } = await contractInScope(req)
  await preordersOf(req.scope).payBack(id, req.validatedBody, { actor_id: req.auth_context.actor_id, at: new Date() })
  res.json(await answerOfficeContract(req.scope, id))
}
