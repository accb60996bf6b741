import type { PreorderAcceptInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../../medusa"
import { acceptPreorder } from "../../../../../../preorder/deliver"
import { answerContract, deliveryFor } from "../../../../../_preorders"

export const POST = async (req: AuthenticatedMedusaRequest<PreorderAcceptInput>, res: MedusaResponse) => {
  const { delivery, contract } = await deliveryFor(req, "accept")
  await acceptPreorder(req.scope, delivery.id, req.validatedBody, customerOf(req))
  res.json(await answerContract(req, contract.id))
}
