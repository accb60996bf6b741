import type { StaffRequest } from "@fupin/access"
import type { PreorderCloseInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { closePreorder } from "../../../../../../preorder/book"
import { answerOfficeContract, contractInScope } from "../../../../../_preorders"

export const POST = async (req: StaffRequest<PreorderCloseInput>, res: MedusaResponse) => {
  const { id } = await contractInScope(req)
  await closePreorder(req.scope, id, req.validatedBody.reason)
  res.json(await answerOfficeContract(req.scope, id))
}
