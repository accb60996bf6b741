"use server"

import { formatFen } from "@fupin/contract/money"
import type { Checkout, CheckoutInput } from "@fupin/contract/schemas"
import { refresh } from "next/cache"
import { redirect } from "next/navigation"
import { saveDefaultAddress } from "@/lib/account/addresses"
import { ApiError } from "@/lib/api"
import { readCart, writeCart } from "@/lib/cart"
import { serializeCart } from "@/lib/cart/lines"
import { type FormState, refused, textsOf } from "@/lib/forms/form-state"
import { readSession } from "@/lib/session"
import { returnPath } from "@/lib/session/return-path"
import { readCheckout } from "./checkout-input"
import { completeCart, prepareCheckout } from "./place"

/** A form's answer; with Stripe, also what its Payment Element needs to go on. */
export interface CheckoutState extends FormState {
  stripe: { client_secret: string; cart_id: string } | null
}

/** Places the order of what is in the cart, or answers what stands in the way with everything typed kept. */
export async function placeOrder(_previous: CheckoutState, form: FormData): Promise<CheckoutState> {
  const values = textsOf(form)
  const lines = await readCart()
  if (lines.length === 0) return stay(values, {}, "购物车是空的，请先选好商品")
  if (serializeCart(lines) !== values.shown_cart) return again(values, "购物车刚才有变化，请核对清单和金额后再提交")
  const read = readCheckout(values, lines)
  if (!read.ok) return stay(values, read.errors)
  const token = await readSession()
  try {
    const checkout = await prepareCheckout(read.input, token)
    if (String(checkout.total_fen) !== values.shown_total) return again(values, `应付金额现在是 ¥${formatFen(checkout.total_fen)}，请核对后再提交`)
    if (checkout.payment.client_secret) return { ...refused(values, {}), stripe: stripeOf(checkout, checkout.payment.client_secret) }
    if (token && values.save_address === "on" && read.input.address) await keepAddress(token, read.input.address)
    return await finish(checkout.cart_id, token, values)
  } catch (error) {
    if (error instanceof ApiError) return again(values, error.message)
    throw error
  }
}

/** A convenience for the next time: that it failed must not stand in the way of this purchase. */
async function keepAddress(token: string, address: NonNullable<CheckoutInput["address"]>): Promise<void> {
  try {
    await saveDefaultAddress(token, address)
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
  }
}

/** After Stripe's page said yes: fields `cart_id`, and `then` where the purchase was not the cart's. */
export async function completePaidCart(_previous: CheckoutState, form: FormData): Promise<CheckoutState> {
  const values = textsOf(form)
  try {
    return await finish(values.cart_id ?? "", await readSession(), values)
  } catch (error) {
    if (error instanceof ApiError) return again(values, error.message)
    throw error
  }
}

async function finish(cartId: string, token: string | null, values: Record<string, string>): Promise<CheckoutState> {
  const completed = await completeCart(cartId, token)
  if (!completed) return again(values, "付款没有成功，没有扣款。请换一种付款方式，或稍后再试")
  if (values.then) redirect(returnPath(values.then))
  await writeCart([])
  redirect(`/orders/${completed.order_id}`)
}

function stripeOf({ cart_id }: Checkout, client_secret: string): CheckoutState["stripe"] {
  return { cart_id, client_secret }
}

function stay(values: Record<string, string>, errors: Record<string, string>, message: string | null = null): CheckoutState {
  return { ...refused(values, errors, message), stripe: null }
}

/** Stays, with the quote asked anew: what stood in the way is shown on its line. */
function again(values: Record<string, string>, message: string): CheckoutState {
  refresh()
  return stay(values, {}, message)
}
