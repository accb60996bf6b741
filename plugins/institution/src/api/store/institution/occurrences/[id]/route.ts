import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../medusa"
import { deliveryFor } from "../../../../../reads/members"
import { answerOccurrence } from "../../../../_answers"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  await deliveryFor(req.scope, customerOf(req), req.params.id!, "read")
  res.json(await answerOccurrence(req, req.params.id!))
}
