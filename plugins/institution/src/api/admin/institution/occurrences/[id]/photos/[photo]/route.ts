import type { StaffRequest } from "@fupin/access"
import type { MedusaResponse } from "@medusajs/framework/http"
import { answerPhoto, deliveryInScope } from "../../../../../../_receiving"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const { occurrence } = await deliveryInScope(req)
  await answerPhoto(req, res, occurrence.id)
}
