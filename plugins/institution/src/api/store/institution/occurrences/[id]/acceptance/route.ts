import { AcceptanceAnswer, type AcceptanceSheetInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../../medusa"
import { allowMember, deliveryFor } from "../../../../../../reads/members"
import { occurrenceDoor } from "../../../../../../statement/occurrence-door"
import { showAcceptance, signAcceptance } from "../../../../../../statement/receive"
import { answerOccurrence } from "../../../../../_answers"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const delivery = await deliveryFor(req.scope, customerOf(req), req.params.id!, "read")
  const roles = await allowMember(req.scope, customerOf(req), delivery.organisation.id, "read")
  res.json(AcceptanceAnswer.parse(await showAcceptance(req.scope, occurrenceDoor(req.scope, delivery), { id: customerOf(req), roles })))
}

export const POST = async (req: AuthenticatedMedusaRequest<AcceptanceSheetInput>, res: MedusaResponse) => {
  const delivery = await deliveryFor(req.scope, customerOf(req), req.params.id!, "accept")
  await signAcceptance(req.scope, occurrenceDoor(req.scope, delivery), req.validatedBody, customerOf(req))
  res.json(await answerOccurrence(req, req.params.id!))
}
