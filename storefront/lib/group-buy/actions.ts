"use server"

import { formatFen } from "@fupin/contract/money"
import { refresh } from "next/cache"
import { redirect } from "next/navigation"
import { ApiError } from "@/lib/api"
import type { CheckoutState } from "@/lib/checkout/actions"
import { completeCart } from "@/lib/checkout/place"
import { type FormState, refused, textsOf } from "@/lib/forms/form-state"
import { requireSession } from "@/lib/session"
import { leavePart, prepareJoin } from "./api"
import { readJoin } from "./join-input"

/** Joins with what was typed, or answers what stands in the way with everything typed kept. */
export async function joinGroupBuy(_previous: CheckoutState, form: FormData): Promise<CheckoutState> {
  const values = textsOf(form)
  const id = values.group_buy_id ?? ""
  const token = await requireSession(`/group-buys/${id}`)
  const read = readJoin(values)
  if (!read.ok) return { ...refused(values, read.errors), stripe: null }
  try {
    const checkout = await prepareJoin(id, read.input, token)
    if (String(checkout.total_fen) !== values.shown_total) return again(values, `应付金额现在是 ¥${formatFen(checkout.total_fen)}，请核对后再提交`)
    const { client_secret } = checkout.payment
    if (client_secret) return { ...refused(values, {}), stripe: { cart_id: checkout.cart_id, client_secret } }
    const completed = await completeCart(checkout.cart_id, token)
    if (!completed) return again(values, "付款没有成功，没有扣款。请换一种付款方式，或稍后再试")
  } catch (error) {
    if (error instanceof ApiError) return again(values, error.message)
    throw error
  }
  redirect("/account/group-buys?joined=1")
}

function again(values: Record<string, string>, message: string): CheckoutState {
  refresh()
  return { ...refused(values, {}, message), stripe: null }
}

/** Leaves while it is open: everything paid goes back. Field `part_id`. */
export async function leaveGroupBuy(_previous: FormState, form: FormData): Promise<FormState> {
  const values = textsOf(form)
  const token = await requireSession("/account/group-buys")
  try {
    const { refunded_fen } = await leavePart(values.part_id ?? "", token)
    refresh()
    return { ...refused(values, {}, refunded_fen > 0 ? `已退出，¥${formatFen(refunded_fen)} 原路退回` : "已退出，付过的钱会原路退回"), done: true }
  } catch (error) {
    if (error instanceof ApiError) return refused(values, {}, error.message)
    throw error
  }
}
