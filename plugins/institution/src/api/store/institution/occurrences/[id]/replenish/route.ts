import type { ReplenishInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../../medusa"
import { deliveryFor } from "../../../../../../reads/members"
import { replenishOccurrenceWorkflow } from "../../../../../../workflows/replenish-occurrence"
import { noteAskers, occurrenceKey } from "../../../../../../spending"
import { answerOccurrence } from "../../../../../_answers"

export const POST = async (req: AuthenticatedMedusaRequest<ReplenishInput>, res: MedusaResponse) => {
  await deliveryFor(req.scope, customerOf(req), req.params.id!, "order")
  const { result } = await replenishOccurrenceWorkflow(req.scope).run({ input: { id: req.params.id!, lines: req.validatedBody.lines } })
  await noteAskers(req.scope, [occurrenceKey(result)], [customerOf(req)])
  res.status(201).json(await answerOccurrence(req, result))
}
