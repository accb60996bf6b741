import type { StaffRequest } from "@fupin/access"
import type { MedusaResponse } from "@medusajs/framework/http"
import { deliveryInScope } from "../../../../../_preorders"
import { answerBatchNote } from "../../../../../_receiving"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  await answerBatchNote(req, res, await deliveryInScope(req))
}
