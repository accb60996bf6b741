import type { OccurrenceHeadcountInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../../medusa"
import { deliveryFor } from "../../../../../../reads/members"
import { changeOccurrenceWorkflow } from "../../../../../../workflows/change-occurrence"
import { noteAskers, occurrenceKey } from "../../../../../../spending"
import { answerOccurrence } from "../../../../../_answers"

export const POST = async (req: AuthenticatedMedusaRequest<OccurrenceHeadcountInput>, res: MedusaResponse) => {
  await deliveryFor(req.scope, customerOf(req), req.params.id!, "order")
  await noteAskers(req.scope, [occurrenceKey(req.params.id!)], [customerOf(req)])
  await changeOccurrenceWorkflow(req.scope).run({ input: { id: req.params.id!, change: req.validatedBody } })
  res.json(await answerOccurrence(req, req.params.id!))
}
