import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../../../medusa"
import { deliveryFor } from "../../../../../../../reads/members"
import { occurrenceDoor } from "../../../../../../../statement/occurrence-door"
import { countersignAcceptance } from "../../../../../../../statement/receive"
import { answerOccurrence } from "../../../../../../_answers"

export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  const delivery = await deliveryFor(req.scope, customerOf(req), req.params.id!, "countersign")
  await countersignAcceptance(req.scope, occurrenceDoor(req.scope, delivery), customerOf(req))
  res.json(await answerOccurrence(req, req.params.id!))
}
