"use server"

import { redirect } from "next/navigation"
import { type FormState, refused, textsOf } from "@/lib/forms/form-state"
import { readBulkDemand } from "./bulk-form"
import { changed, tried } from "./changed"
import { readDemand } from "./demand-form"
import { postDemand } from "./demands"

export async function saveDemand(_previous: FormState, form: FormData): Promise<FormState> {
  const read = readDemand(form)
  if (!read.ok) return refused(read.values, read.errors)
  let id = ""
  const failure = await tried("/desk/demands/new", read.values, async (token) => { id = await postDemand(token, read.value) })
  return failure ?? redirect(`/desk/demands/${id}`)
}

export async function saveBulkDemand(_previous: FormState, form: FormData): Promise<FormState> {
  const read = readBulkDemand(form)
  if (!read.ok) return refused(read.values, read.errors)
  let id = ""
  const failure = await tried("/desk/demands/new?kind=bulk", read.values, async (token) => { id = await postDemand(token, read.value) })
  return failure ?? redirect(`/desk/demands/${id}`)
}

export async function withdrawDemand(_previous: FormState, form: FormData): Promise<FormState> {
  const values = textsOf(form)
  const { id = "" } = values
  return changed(`/desk/demands/${id}`, values, ["demands", id, "withdraw"], {}, "需求已撤回")
}

/** The reason is needed when another quote stands first. */
export async function chooseQuote(_previous: FormState, form: FormData): Promise<FormState> {
  const values = textsOf(form)
  const { id = "", quote_id = "", reason = "", is_first } = values
  if (is_first !== "yes" && reason.length < 2) return refused(values, { [`reason:${quote_id}`]: "没有选排在最前的报价，请写明理由" })
  return changed(`/desk/demands/${id}`, values, ["demands", id, "choice"], { quote_id, reason }, "已选定，协议草案已生成")
}
