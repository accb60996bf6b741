import "server-only"
import { Quote } from "@fupin/contract/schemas"
import { ApiError, request } from "@/lib/api"
import type { CartLine } from "@/lib/cart"

type Quoted = { ok: true; quote: Quote } | { ok: false; message: string }

/** What these goods cost now, how they can be sent, whom they help. A failure is said on the page, which keeps the cart and what was typed. */
export async function getQuote(items: readonly CartLine[], token: string | null): Promise<Quoted> {
  try {
    return { ok: true, quote: await request("/store/checkout/quote", Quote, { method: "POST", token, body: { items } }) }
  } catch (error) {
    if (error instanceof ApiError) return { ok: false, message: error.message }
    throw error
  }
}
