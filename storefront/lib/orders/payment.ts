import "server-only"
import { OrderPayment } from "@fupin/contract/schemas"
import { requestOrNull } from "@/lib/api"

/** How an order is paid and, while something is due, where to transfer it. */
export async function getOrderPayment(orderId: string, token: string | null): Promise<OrderPayment | null> {
  return requestOrNull(`/store/orders/${encodeURIComponent(orderId)}/payment`, OrderPayment, { token })
}
