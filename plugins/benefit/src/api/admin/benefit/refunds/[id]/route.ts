import { allowed, type StaffRequest } from "@fupin/access"
import type { RefundCauseInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { decideRefundCause } from "../../../../../domain/refund-cause"
import { readRefundedOrder, readRefunds } from "../../../../../queries/read-refunds"
import { stateRefundCauseWorkflow } from "../../../../../workflows/state-refund-cause"

export const POST = async (req: StaffRequest<RefundCauseInput>, res: MedusaResponse) => {
  const refund_id = req.params.id!
  const order_id = await readRefundedOrder(req.scope, refund_id)
  await readRefunds(req.scope, order_id, req.staffRegions)
  const { cause, keeps_benefit } = req.validatedBody
  const bearer = allowed(decideRefundCause(cause, keeps_benefit))
  await stateRefundCauseWorkflow(req.scope).run({ input: { refund_id, cause, keeps_benefit, bearer, stated_by: req.auth_context.actor_id } })
  res.json({ refunds: await readRefunds(req.scope, order_id, req.staffRegions) })
}
