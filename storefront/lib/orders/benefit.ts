import "server-only"
import { OrderBenefit } from "@fupin/contract/schemas"
import { requestOrNull } from "@/lib/api"

/** Whom an order helped, by the rules of what is public; null when the order is not known. */
export async function getOrderBenefit(orderId: string, token: string | null): Promise<OrderBenefit | null> {
  return requestOrNull(`/store/orders/${encodeURIComponent(orderId)}/benefit`, OrderBenefit, { token })
}
