import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../../medusa"
import { deliveryFor } from "../../../../../../reads/members"
import { occurrenceDoor } from "../../../../../../statement/occurrence-door"
import { answerNewPhoto } from "../../../../../_receiving"

export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  await answerNewPhoto(req, res, occurrenceDoor(req.scope, await deliveryFor(req.scope, customerOf(req), req.params.id!, "accept")))
}
