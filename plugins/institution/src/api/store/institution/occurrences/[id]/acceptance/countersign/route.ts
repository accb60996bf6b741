import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../../../medusa"
import { deliveryFor } from "../../../../../../../reads/members"
import { countersignAcceptance } from "../../../../../../../statement/receive"
import { answerOccurrence } from "../../../../../../_answers"

export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  await deliveryFor(req.scope, customerOf(req), req.params.id!, "countersign")
  await countersignAcceptance(req.scope, req.params.id!, customerOf(req))
  res.json(await answerOccurrence(req, req.params.id!))
}
