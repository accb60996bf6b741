import type { PreorderAnswerInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answerPreorder } from "../../../../../../preorder/book"
import { answerContract, contractFor } from "../../../../../_preorders"

export const POST = async (req: AuthenticatedMedusaRequest<PreorderAnswerInput>, res: MedusaResponse) => {
  const { id } = await contractFor(req, "order")
  await answerPreorder(req.scope, id, req.validatedBody)
  res.json(await answerContract(req, id))
}
