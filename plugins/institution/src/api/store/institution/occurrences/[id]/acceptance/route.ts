import type { AcceptanceInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../../medusa"
import { deliveryFor } from "../../../../../../reads/members"
import { acceptOccurrenceWorkflow } from "../../../../../../workflows/accept-occurrence"
import { answerOccurrence } from "../../../../../_answers"

export const POST = async (req: AuthenticatedMedusaRequest<AcceptanceInput>, res: MedusaResponse) => {
  await deliveryFor(req.scope, customerOf(req), req.params.id!, "accept")
  await acceptOccurrenceWorkflow(req.scope).run({ input: { id: req.params.id!, acceptance: req.validatedBody, actor_id: customerOf(req) } })
  res.json(await answerOccurrence(req, req.params.id!))
}
