import "server-only"
import { Quote } from "@fupin/contract/schemas"
import { request } from "@/lib/api"
import type { CartLine } from "@/lib/cart"

/** What these goods cost now, how they can be sent, whom they help. */
export async function getQuote(items: readonly CartLine[], token: string | null): Promise<Quote> {
  return request("/store/checkout/quote", Quote, { method: "POST", token, body: { items } })
}
