import type { StaffRequest } from "@fupin/access"
import type { MedusaResponse } from "@medusajs/framework/http"
import { answerDeliveryNote, deliveryInScope } from "../../../../../../_receiving"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  await answerDeliveryNote(req, res, await deliveryInScope(req))
}
