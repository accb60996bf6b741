import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { decideFollowed } from "../domain/occurrence-state"
import { readOrderStates } from "../reads/order-states"
import { institutionOf } from "../reads/plans"

/** Looks at the orders of unpaid occurrences: delivered, cancelled or paid, the occurrence says so too. `order_ids` null looks at all. */
export const followOrdersStep = createStep("follow-orders", async ({ order_ids }: { order_ids: string[] | null }, { container }) => {
  const institution = institutionOf(container)
  const unpaid = await institution.readUnpaid(order_ids)
  const orders = await readOrderStates(container, unpaid.flatMap((one) => one.order_ids))
  const moved = unpaid.flatMap(({ id, state, order_ids: held }) => {
    const to = decideFollowed(state, orders.filter((order) => held.includes(order.id)))
    return to ? [{ id, to }] : []
  })
  await institution.recordFollowed(moved)
  const paid = orders.map(({ id, paid_fen, refunded_fen }) => ({ order_id: id, paid_fen: paid_fen - refunded_fen })).filter(({ paid_fen }) => paid_fen > 0)
  return new StepResponse(paid.length === 0 ? [] : await institution.recordPaid(paid))
})

/** Level-triggered: events only say when to look. Answers the occurrences that became paid. */
export const followOrdersWorkflow = createWorkflow("follow-orders", (input: { order_ids: string[] | null }) => new WorkflowResponse(followOrdersStep(input)))
