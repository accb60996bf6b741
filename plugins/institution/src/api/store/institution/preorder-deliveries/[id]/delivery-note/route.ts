import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { deliveryFor } from "../../../../../_preorders"
import { answerBatchNote } from "../../../../../_receiving"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  await answerBatchNote(req, res, await deliveryFor(req, "read"))
}
