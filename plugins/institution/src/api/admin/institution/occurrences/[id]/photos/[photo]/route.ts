import type { StaffRequest } from "@fupin/access"
import type { MedusaResponse } from "@medusajs/framework/http"
import { answerPhoto, deliveryInScope } from "../../../../../../_receiving"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  await answerPhoto(req, res, await deliveryInScope(req))
}
