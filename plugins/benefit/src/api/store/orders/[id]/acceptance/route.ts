import { Accepted, type BuyerAcceptanceInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { acceptOwnGoodsWorkflow } from "../../../../../workflows/accept-own-goods"

/** 确认收货, by the customer whose order it is. */
export const POST = async (req: AuthenticatedMedusaRequest<BuyerAcceptanceInput>, res: MedusaResponse) => {
  const { result } = await acceptOwnGoodsWorkflow(req.scope).run({ input: { order_id: req.params.id!, customer_id: req.auth_context.actor_id, lines: req.validatedBody.lines, accepted_at: new Date() } })
  res.json(Accepted.parse(result))
}
