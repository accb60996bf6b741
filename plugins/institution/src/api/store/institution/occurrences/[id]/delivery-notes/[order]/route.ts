import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../../../medusa"
import { deliveryFor } from "../../../../../../../reads/members"
import { answerDeliveryNote } from "../../../../../../_receiving"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  await answerDeliveryNote(req, res, await deliveryFor(req.scope, customerOf(req), req.params.id!, "read"))
}
