import "server-only"
import { Checkout, type CheckoutInput } from "@fupin/contract/schemas"
import { z } from "zod"
import { request } from "@/lib/api"

const Completed = z.discriminatedUnion("type", [
  z.object({ type: z.literal("order"), order: z.object({ id: z.string() }) }),
  z.object({ type: z.literal("cart"), error: z.object({ message: z.string() }) }),
])

/** A cart made ready to be completed. The same key and content answer the same cart. */
export async function prepareCheckout(input: CheckoutInput, token: string | null): Promise<Checkout> {
  return request("/store/checkout", Checkout, { method: "POST", token, body: input, timeoutMs: 30_000 })
}

/** Turns the cart into an order; asked again it answers the same order. Null when the payment was not granted. */
export async function completeCart(cartId: string, token: string | null): Promise<{ order_id: string } | null> {
  const answer = await request(`/store/carts/${encodeURIComponent(cartId)}/complete`, Completed, { method: "POST", token, body: {}, timeoutMs: 30_000 })
  return answer.type === "order" ? { order_id: answer.order.id } : null
}
