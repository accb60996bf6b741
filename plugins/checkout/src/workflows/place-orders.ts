import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, emitEventStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { settlementOf } from "../domain/payment-kinds"
import type { PlaceOrder } from "../domain/place-order"
import { paymentIds } from "../domain/plan-payment"
import { type OrderPlan, planOrdersStep, type Refused } from "../steps/plan-orders"
import { reserveForOrdersStep } from "../steps/reserve-for-orders"
import { writeOrdersStep } from "../steps/write-orders"
import { writePaymentsStep } from "../steps/write-payments"

export interface PlacedOrders {
  placed: { order_id: string; payment_id: string; capture_id: string | null }[]
  refused: Refused[]
}

/**
 * Places orders whose terms are agreed, many at a time. Placing an id again changes nothing; a run that was killed is
 * completed by the next one. An order that cannot be placed is refused with its reason and leaves nothing behind.
 */
export const placeOrdersWorkflow = createWorkflow("place-orders", (input: { orders: PlaceOrder[] }) => {
  const keys = transform(input, ({ orders }) => orders.map(({ id }) => `place-order:${id}`).sort())
  acquireLockStep({ key: keys, timeout: 30, ttl: 300 })
  const planned = planOrdersStep(input)
  const plan = reserveForOrdersStep(planned)
  const fresh = transform(plan, (reserved) => ({ planned: reserved.fresh }))
  writeOrdersStep(fresh)
  const linked = writePaymentsStep(plan)
  const events = transform(linked, (ids) => ids.map((id) => ({ id })))
  emitEventStep({ eventName: "order.placed", data: events })
  releaseLockStep({ key: keys })
  return new WorkflowResponse(transform(plan, answer))
})

function answer({ present, fresh, refused }: OrderPlan): PlacedOrders {
  const placed = [...present, ...fresh.map(({ order }) => order)].map(({ id, payment_provider_id }) => {
    const { payment, capture } = paymentIds(id)
    return { order_id: id, payment_id: payment, capture_id: settlementOf(payment_provider_id) === "captured" ? capture : null }
  })
  return { placed, refused }
}
