"use server"

import type { PreorderPreview } from "@fupin/contract/schemas"
import { redirect } from "next/navigation"
import { ApiError } from "@/lib/api"
import { type FormState, refused, textsOf } from "@/lib/forms/form-state"
import { withSession } from "@/lib/session"
import { changed, tried } from "./changed"
import { readBooking } from "./preorder-form"
import { bookPreorder, getPreorderPreview } from "./preorders"

export async function savePreorder(_previous: FormState, form: FormData): Promise<FormState> {
  const read = readBooking(form)
  if (!read.ok) return refused(read.values, read.errors)
  const { offer_id = "" } = read.values
  let id = ""
  const failure = await tried(`/desk/preorders/offers/${offer_id}`, read.values, async (token) => { id = await bookPreorder(token, offer_id, read.value) })
  return failure ?? redirect(`/desk/preorders/${id}`)
}

/** What booking so many would come to. A refusal is a sentence for the form. */
export async function previewPreorder(offerId: string, organisationId: string, quantity: number): Promise<{ preview: PreorderPreview } | { message: string }> {
  try {
    return { preview: await withSession("/desk/preorders", (token) => getPreorderPreview(token, offerId, organisationId, quantity)) }
  } catch (error) {
    if (error instanceof ApiError) return { message: error.message }
    throw error
  }
}

const DONE: Record<string, string> = { cancel: "已取消", withdraw: "已退出，已付的预付款会全部退回", more: "已记下，答复期结束后按约定分配" }

export async function answerPreorder(_previous: FormState, form: FormData): Promise<FormState> {
  const values = textsOf(form)
  const { id = "", answer = "", quantity = "" } = values
  if (answer === "more" && !/^\d{1,4}$/.test(quantity)) return refused(values, { quantity: "请填写要加购的数量，不加填 0" })
  return changed(`/desk/preorders/${id}`, values, ["preorder-contracts", id, "answer"], answer === "more" ? { answer, quantity: Number(quantity) } : { answer }, DONE[answer] ?? "已提交")
}
