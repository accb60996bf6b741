import type { PauseInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../../medusa"
import { standingOrderFor } from "../../../../../../reads/members"
import { changeStandingOrderWorkflow } from "../../../../../../workflows/change-standing-order"
import { answerStandingOrders } from "../../../../../_answers"

export const POST = async (req: AuthenticatedMedusaRequest<PauseInput>, res: MedusaResponse) => {
  await standingOrderFor(req.scope, customerOf(req), req.params.id!, "order")
  const { result } = await changeStandingOrderWorkflow(req.scope).run({ input: { id: req.params.id!, change: { pause: req.validatedBody } } })
  const [standing_order] = await answerStandingOrders(req, [result])
  res.json({ standing_order })
}
