import type { StaffRequest } from "@fupin/access"
import type { MedusaResponse } from "@medusajs/framework/http"
import { callOffDelivery } from "../../../../../../preorder/deliver"
import { answerOfficeContract, deliveryInScope } from "../../../../../_preorders"

export const POST = async (req: StaffRequest, res: MedusaResponse) => {
  const { delivery, contract } = await deliveryInScope(req)
  await callOffDelivery(req.scope, delivery.id)
  res.json(await answerOfficeContract(req.scope, contract.id))
}
