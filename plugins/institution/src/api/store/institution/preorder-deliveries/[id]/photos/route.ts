import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { batchDoor } from "../../../../../../preorder/door"
import { deliveryFor } from "../../../../../_preorders"
import { answerNewPhoto } from "../../../../../_receiving"

export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  await answerNewPhoto(req, res, batchDoor(req.scope, await deliveryFor(req, "accept")))
}
