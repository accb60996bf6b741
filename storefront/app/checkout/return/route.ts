import { redirect } from "next/navigation"
import type { NextRequest } from "next/server"
import { ApiError } from "@/lib/api"
import { writeCart } from "@/lib/cart"
import { completeCart } from "@/lib/checkout/place"
import { readSession } from "@/lib/session"
import { returnPath } from "@/lib/session/return-path"

/** Where a payment page sends the buyer back to. Completing is asked again without harm; whether money came, the backend judges. */
export async function GET({ nextUrl }: NextRequest): Promise<never> {
  redirect(await placeAfterPayment(nextUrl.searchParams.get("cart_id") ?? "", nextUrl.searchParams.get("then")))
}

async function placeAfterPayment(cartId: string, then: string | null): Promise<string> {
  try {
    const completed = await completeCart(cartId, await readSession())
    if (!completed) return "/checkout?failed=payment"
    if (then) return returnPath(then)
    await writeCart([])
    return `/orders/${completed.order_id}`
  } catch (error) {
    if (error instanceof ApiError) return "/checkout?failed=payment"
    throw error
  }
}
