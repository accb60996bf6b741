import { refusal } from "@fupin/access"
import { Modules } from "@medusajs/framework/utils"
import { createStep, createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { buyerAct } from "../domain/buyer-act"
import { recordAcceptanceWorkflow } from "./record-acceptance"

export interface OwnAcceptance {
  order_id: string
  /** Of the session. */
  customer_id: string
  accepted_at: Date
  lines: { line_item_id: string; quantity: number }[] | "all"
}

/** Another's order answers like none at all. */
const refuseOthersOrderStep = createStep("refuse-others-order", async ({ order_id, customer_id }: { order_id: string; customer_id: string }, { container }) => {
  const [order] = await container.resolve(Modules.ORDER).listOrders({ id: [order_id] }, { select: ["id", "customer_id"] })
  if (!order || order.customer_id !== customer_id) throw refusal("not_found", "unknown_order")
})

/** A buyer confirms that goods arrived. Errors: unknown_order (also for another's), unknown_order_line, acceptance_differs. */
export const acceptOwnGoodsWorkflow = createWorkflow("accept-own-goods", (input: OwnAcceptance) => {
  refuseOthersOrderStep(input)
  const acceptance = transform({ input }, ({ input: { order_id, accepted_at, customer_id, lines } }) => ({ order_id, accepted_at, lines, actor_id: customer_id, source: buyerAct(lines) }))
  return new WorkflowResponse(recordAcceptanceWorkflow.runAsStep({ input: acceptance }))
})
