import type { StaffRequest } from "@fupin/access"
import type { MedusaResponse } from "@medusajs/framework/http"
import { answerProof } from "../../../../../_answers"
import { outsidePurchaseInScope } from "../../../../../_scope"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const { id } = await outsidePurchaseInScope(req, req.params.id!)
  await answerProof(req, res, id)
}
