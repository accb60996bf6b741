import type { StaffRequest } from "@fupin/access"
import type { MedusaResponse } from "@medusajs/framework/http"
import { placeDelivery } from "../../../../../../preorder/deliver"
import { answerOfficeContract, deliveryInScope } from "../../../../../_preorders"

export const POST = async (req: StaffRequest, res: MedusaResponse) => {
  const { delivery, contract } = await deliveryInScope(req)
  await placeDelivery(req.scope, delivery.id)
  res.json(await answerOfficeContract(req.scope, contract.id))
}
