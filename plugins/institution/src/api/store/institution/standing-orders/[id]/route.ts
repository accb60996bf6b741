import type { StandingOrderChange } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../medusa"
import { standingOrderFor } from "../../../../../reads/members"
import { noteAskers, standingOrderKey } from "../../../../../spending"
import { saveStandingOrdersWorkflow } from "../../../../../workflows/save-standing-orders"
import { answerStandingOrders } from "../../../../_answers"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { standing_order } = await standingOrderFor(req.scope, customerOf(req), req.params.id!, "read")
  const [shown] = await answerStandingOrders(req, [standing_order])
  res.json({ standing_order: shown })
}

export const POST = async (req: AuthenticatedMedusaRequest<StandingOrderChange>, res: MedusaResponse) => {
  const { standing_order: { id, agreement_id } } = await standingOrderFor(req.scope, customerOf(req), req.params.id!, "order")
  await noteAskers(req.scope, [standingOrderKey(id)], [customerOf(req)])
  const { result } = await saveStandingOrdersWorkflow(req.scope).run({ input: { standing_orders: [{ ...req.validatedBody, id, agreement_id }], customer_id: customerOf(req) } })
  const [standing_order] = await answerStandingOrders(req, result)
  res.json({ standing_order })
}
