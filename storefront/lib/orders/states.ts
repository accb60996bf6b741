import type { OrderPayment } from "@fupin/contract/schemas"

export type Tone = "leaf" | "vermilion" | "straw" | "plain"

export interface StateLabel {
  text: string
  tone: Tone
}

const CANCELLED: StateLabel = { text: "已取消", tone: "plain" }
const OF_PAYMENT: Record<string, StateLabel> = {
  not_paid: { text: "待付款", tone: "vermilion" },
  awaiting: { text: "待付款", tone: "vermilion" },
  requires_action: { text: "待付款", tone: "vermilion" },
  authorized: { text: "等待到账", tone: "vermilion" },
  partially_authorized: { text: "等待到账", tone: "vermilion" },
  partially_captured: { text: "部分到账", tone: "straw" },
  partially_refunded: { text: "部分退款", tone: "straw" },
  refunded: { text: "已退款", tone: "plain" },
  canceled: CANCELLED,
}
const OF_FULFILLMENT: Record<string, StateLabel> = {
  delivered: { text: "已送达", tone: "leaf" },
  partially_delivered: { text: "部分送达", tone: "straw" },
  shipped: { text: "运送中", tone: "leaf" },
  partially_shipped: { text: "部分发货", tone: "straw" },
  fulfilled: { text: "备货完成", tone: "leaf" },
}

/** How an order is paid, as the payment endpoint says it. */
export const PAYMENT_STATES = {
  awaiting_payment: { text: "等待到账", tone: "vermilion" },
  partly_paid: { text: "部分到账", tone: "straw" },
  paid: { text: "已付款", tone: "leaf" },
  partly_refunded: { text: "部分退款", tone: "straw" },
  refunded: { text: "已退款", tone: "plain" },
  cancelled: CANCELLED,
} as const satisfies Record<OrderPayment["state"], StateLabel>

/** One word for where an order stands: money first, then goods. */
export function orderState(order: { status: string; payment_status: string; fulfillment_status: string }): StateLabel {
  if (order.status === "canceled") return CANCELLED
  const open = OF_PAYMENT[order.payment_status]
  if (open) return open
  if (order.status === "completed") return { text: "已完成", tone: "leaf" }
  return OF_FULFILLMENT[order.fulfillment_status] ?? { text: "待发货", tone: "leaf" }
}
