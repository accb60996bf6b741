"use server"

import { Accepted } from "@fupin/contract/schemas"
import { refresh } from "next/cache"
import { ApiError, request } from "@/lib/api"
import { type FormState, refused, textsOf } from "@/lib/forms/form-state"
import { withSession } from "@/lib/session"

/** 确认收货 of everything in an order. Field `order_id`; whose order it is, the backend judges. */
export async function acceptOrder(_previous: FormState, form: FormData): Promise<FormState> {
  const values = textsOf(form)
  const id = encodeURIComponent(values.order_id ?? "")
  try {
    await withSession(`/account/orders/${id}`, (token) => request(`/store/orders/${id}/acceptance`, Accepted, { method: "POST", token, body: { lines: "all" } }))
  } catch (error) {
    if (error instanceof ApiError) return refused(values, {}, error.message)
    throw error
  }
  refresh()
  return { values, errors: {}, message: "已确认收货，谢谢您", done: true }
}
