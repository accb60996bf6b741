"use server"

import type { DeliveryPreview } from "@fupin/contract/schemas"
import { redirect } from "next/navigation"
import { ApiError } from "@/lib/api"
import { type FormState, refused, textsOf } from "@/lib/forms/form-state"
import { withSession } from "@/lib/session"
import { act, createStandingOrder, getDeliveryPreview } from "./api"
import { changed, tried } from "./changed"
import { rememberUnit } from "./open-desk"
import { sendPhotos } from "./photos"
import { readAcceptance, readPlan, readQuantities } from "./plan-form"

type Answer = Promise<FormState>

export async function chooseUnit(form: FormData): Promise<void> {
  await rememberUnit(String(form.get("unit")))
  redirect("/desk")
}

/** With `standing_order_id` the whole plan anew, else a new one under `agreement_id`. */
export async function saveStandingOrder(_previous: FormState, form: FormData): Answer {
  const read = readPlan(form)
  if (!read.ok) return refused(read.values, read.errors)
  const { agreement_id = "", standing_order_id } = read.values
  let id = standing_order_id
  const failure = await tried(`/desk/standing-orders/${id ?? "new"}`, read.values, async (token) => {
    if (id) await act(token, ["standing-orders", id], read.value)
    else id = await createStandingOrder(token, { agreement_id, ...read.value })
  })
  return failure ?? redirect(`/desk/standing-orders/${id}?saved=1`)
}

export async function pauseStandingOrder(_previous: FormState, form: FormData): Answer {
  const values = textsOf(form)
  const { id = "", from, resume_on } = values
  if (!resume_on) return refused(values, { resume_on: "请选择恢复配送的日期" })
  return changed(`/desk/standing-orders/${id}`, values, ["standing-orders", id, "pause"], { ...(from ? { from } : {}), resume_on, ...placedToo(values) }, "已暂停，可随时恢复")
}

export async function resumeStandingOrder(_previous: FormState, form: FormData): Answer {
  const values = textsOf(form)
  return changed(`/desk/standing-orders/${values.id}`, values, ["standing-orders", values.id ?? "", "resume"], {}, "已恢复配送")
}

export async function endStandingOrder(_previous: FormState, form: FormData): Answer {
  const values = textsOf(form)
  const { id = "", last_day } = values
  return changed(`/desk/standing-orders/${id}`, values, ["standing-orders", id, "end"], { ...(last_day ? { ends_on: last_day } : {}), ...placedToo(values) }, "已设好结束日期")
}

export async function skipOccurrence(_previous: FormState, form: FormData): Answer {
  const values = textsOf(form)
  if (!values.reason) return refused(values, { reason: "请说明原因，例如：放假" })
  return changed(`/desk/occurrences/${values.id}`, values, ["occurrences", values.id ?? "", "skip"], { reason: values.reason }, "这次配送已跳过，截单前可以恢复")
}

export async function restoreOccurrence(_previous: FormState, form: FormData): Answer {
  const values = textsOf(form)
  return changed(`/desk/occurrences/${values.id}`, values, ["occurrences", values.id ?? "", "restore"], {}, "已恢复这次配送")
}

export async function setOccurrenceLines(_previous: FormState, form: FormData): Answer {
  const read = readQuantities(form)
  const id = read.values.id ?? ""
  if (!read.ok) return refused(read.values, read.errors)
  return changed(`/desk/occurrences/${id}`, read.values, ["occurrences", id, "lines"], read.value, "这次的数量已改好，其他日期不变")
}

/** Pictures first, then what came in: a sheet is signed with everything that belongs to it. */
export async function acceptGoods(_previous: FormState, form: FormData): Answer {
  const read = readAcceptance(form)
  if (!read.ok) return refused(read.values, read.errors)
  const [page, parts] = doorOf(read.values)
  const fault = await sendPhotos(parts, form)
  if (fault) return refused(read.values, {}, fault)
  return changed(page, read.values, [...parts, "acceptance"], read.value, read.values.second ? "已登记，等待第二人复核后计入验收" : "验收已登记，农户受益转为应付")
}

export async function countersignAcceptance(_previous: FormState, form: FormData): Answer {
  const values = textsOf(form)
  const [page, parts] = doorOf(values)
  return changed(page, values, [...parts, "acceptance", "countersign"], {}, "已复核，农户受益转为应付")
}

/** The page a delivery is accepted on, and what it is called on the wire. */
function doorOf({ id = "", kind, page = "" }: Record<string, string>): [page: string, parts: [string, string]] {
  return [/^\/desk\/[\w/-]+$/.test(page) ? page : "/desk", [kind === "preorder-deliveries" ? kind : "occurrences", id]]
}

const placedToo = (values: Record<string, string>) => ({ placed: "cancel_placed" in values ? "cancel" : "keep" })

/** What one delivery would cost and bring, before anything is saved. A refusal is a sentence for the editor. */
export async function previewDelivery(agreement_id: string, lines: { variant_id: string; quantity: number }[]): Promise<{ preview: DeliveryPreview } | { message: string }> {
  try {
    return { preview: await withSession("/desk", (token) => getDeliveryPreview(token, { agreement_id, lines })) }
  } catch (error) {
    if (error instanceof ApiError) return { message: error.message }
    throw error
  }
}
