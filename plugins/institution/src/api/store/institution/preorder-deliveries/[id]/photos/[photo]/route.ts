import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { deliveryFor } from "../../../../../../_preorders"
import { answerPhoto } from "../../../../../../_receiving"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { delivery } = await deliveryFor(req, "read")
  await answerPhoto(req, res, delivery.id)
}
