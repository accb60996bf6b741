import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../../../medusa"
import { deliveryFor } from "../../../../../../../reads/members"
import { answerPhoto } from "../../../../../../_receiving"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { occurrence } = await deliveryFor(req.scope, customerOf(req), req.params.id!, "read")
  await answerPhoto(req, res, occurrence.id)
}
