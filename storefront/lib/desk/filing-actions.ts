"use server"

import { FilingAttachmentInput, FilingReasonInput } from "@fupin/contract/schemas"
import { refresh } from "next/cache"
import { errorsOf, type FormState, refused, textsOf } from "@/lib/forms/form-state"
import { changed, tried } from "./changed"
import { deleteScan } from "./filing"

const pageOf = (id: string) => `/desk/filing/${id}`

/** The version that was read goes with it: what changed meanwhile is looked at first. */
export async function submitFiling(_previous: FormState, form: FormData): Promise<FormState> {
  const values = textsOf(form)
  const { id = "", version } = values
  if (!values.sure) return refused(values, {}, "请先勾选确认，再报送")
  return changed(pageOf(id), values, ["filing", id, "submit"], { version: Number(version) }, "报送成功，两张表已按此刻的台账封存")
}

/** A scan where one was chosen, else the reason why there is none. */
export async function supplyFiling(_previous: FormState, form: FormData): Promise<FormState> {
  const values = textsOf(form)
  const { id = "", item, reason } = values
  const file = form.get("scan")
  if (file instanceof File && file.size > 0) {
    const read = FilingAttachmentInput.safeParse({ item, name: file.name, content: Buffer.from(await file.arrayBuffer()).toString("base64") })
    if (!read.success) return refused(values, { scan: errorsOf(read.error.issues, { name: "文件名过长或含有特殊符号，请改名后再传", content: "文件超过 10 MB，请压缩或分开上传" }).name ?? "文件超过 10 MB，请压缩或分开上传" })
    return changed(pageOf(id), values, ["filing", id, "attachments"], read.data, `已上传 ${file.name}`)
  }
  const read = FilingReasonInput.safeParse({ item, reason })
  if (!read.success || item === "other") return refused(values, { scan: item === "other" ? "请选择要上传的文件" : "请选择扫描件，或在下面写明为什么没有（至少四个字）" })
  return changed(pageOf(id), values, ["filing", id, "reasons"], read.data, "说明已保存，随填报上报")
}

export async function withdrawScan(_previous: FormState, form: FormData): Promise<FormState> {
  const values = textsOf(form)
  const failure = await tried(pageOf(values.id ?? ""), values, (token) => deleteScan(token, values.scan ?? ""))
  refresh()
  return failure ?? { values: {}, errors: {}, message: "已撤回，记录仍会保留", done: true }
}
