import { type Fen, yuanFromFen } from "@fupin/contract/money"
import { deriveId } from "./ids"
import { settlementOf } from "./payment-kinds"
import type { PlaceOrder } from "./place-order"

export type PaymentPlan = ReturnType<typeof planPayment>

export interface PaymentIds {
  collection: string
  payment: string
  capture: string
}

export function paymentIds(orderId: string): PaymentIds {
  return { collection: deriveId("pay_col", orderId), payment: deriveId("pay", orderId), capture: deriveId("capt", orderId) }
}

/** The rows that say how an order placed in bulk is paid: authorised for a later transfer, or captured at once. */
export function planPayment(order: PlaceOrder, total_fen: Fen) {
  const ids = paymentIds(order.id)
  const amount = yuanFromFen(total_fen)
  const captured = settlementOf(order.payment_provider_id) === "captured"
  const at = order.placed_at ? { created_at: new Date(order.placed_at) } : {}
  const money = { currency_code: "cny", amount }
  const session = { id: deriveId("payses", order.id), ...money, provider_id: order.payment_provider_id, payment_collection_id: ids.collection, status: "authorized", data: {}, ...at }
  return {
    order_id: order.id,
    collection: { id: ids.collection, ...money, authorized_amount: amount, captured_amount: captured ? amount : 0, refunded_amount: 0, status: captured ? "completed" : "authorized", ...at },
    session,
    payment: {
      id: ids.payment, ...money, provider_id: order.payment_provider_id, payment_collection_id: ids.collection, payment_session: session.id, data: {}, ...at,
      ...(captured && order.placed_at ? { captured_at: new Date(order.placed_at) } : {}),
    },
    capture: captured ? { id: ids.capture, amount, payment: ids.payment, ...at } : null,
  }
}
