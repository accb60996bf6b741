"use server"

import type { ApprovalPreview, OutsideList } from "@fupin/contract/schemas"
import { redirect } from "next/navigation"
import { ApiError } from "@/lib/api"
import { type FormState, refused, textsOf } from "@/lib/forms/form-state"
import { withSession } from "@/lib/session"
import { act } from "./api"
import { changed } from "./changed"
import { readOutside } from "./outside-form"
import { getApprovalPreview, postOutsideFile, postOutsideList } from "./spending"

const APPROVALS = "/desk/approvals"
const BUDGET = "/desk/budget"

/** Null: nobody can say now; the gate says it when it is submitted. */
export async function previewApproval(organisationId: string, amount_fen: number): Promise<ApprovalPreview | null> {
  try {
    return await withSession("/group-buys", (token) => getApprovalPreview(token, organisationId, "delivery", amount_fen))
  } catch (error) {
    if (error instanceof ApiError) return null
    throw error
  }
}

const LATE: readonly string[] = ["already_decided", "approval_closed"]

/** Which button was pressed says whether it is approved. What became of it, also by another's decision meanwhile, the page says. */
export async function decideApproval(_previous: FormState, form: FormData): Promise<FormState> {
  const values = textsOf(form)
  const { id = "", amount_fen = "", verdict = "" } = values
  const reason = values[`reason:${id}`] ?? ""
  if (verdict === "reject" && reason === "") return refused(values, { [`reason:${id}`]: "不同意时，请写明原因" })
  const late = await decide(id, { verdict, amount_fen: Number(amount_fen), reason })
  if (typeof late === "string") return refused(values, {}, late)
  redirect(`${APPROVALS}?decided=${encodeURIComponent(id)}${late ? "&late=1" : ""}`)
}

/** Whether it had been decided before; a sentence when it could not be decided at all. */
async function decide(id: string, body: { verdict: string; amount_fen: number; reason: string }): Promise<boolean | string> {
  try {
    await withSession(APPROVALS, (token) => act(token, ["approvals", id, "decision"], body))
    return false
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return LATE.includes(error.code) || error.message
  }
}

export async function askAgain(_previous: FormState, form: FormData): Promise<FormState> {
  const values = textsOf(form)
  const { id = "" } = values
  const reason = values[`reason:${id}`] ?? ""
  if (reason.length < 2) return refused(values, { [`reason:${id}`]: "请写明为什么再次申请" })
  return changed(APPROVALS, values, ["approvals", id, "ask-again"], { reason }, "已再次提交审批")
}

export async function delegateApproval(_previous: FormState, form: FormData): Promise<FormState> {
  const values = textsOf(form)
  const { organisation_id, to_customer_id, from_day, to_day, reason = "" } = values
  const errors = { ...(to_customer_id ? {} : { to_customer_id: "请选择受托人" }), ...(from_day ? {} : { from_day: "请选择日期" }), ...(to_day ? {} : { to_day: "请选择日期" }), ...(reason.length < 2 ? { reason: "请写明原因，例如：出差" } : {}) }
  if (Object.keys(errors).length > 0) return refused(values, errors)
  return changed(APPROVALS, values, ["delegations"], { organisation_id, to_customer_id, from_day, to_day, reason }, "委托已生效")
}

export async function endDelegation(_previous: FormState, form: FormData): Promise<FormState> {
  const values = textsOf(form)
  return changed(APPROVALS, values, ["delegations", values.id ?? "", "end"], {}, "委托已结束")
}

async function proofOf(form: FormData): Promise<{ name: string; base64: string }> {
  const file = form.get("proof")
  return file instanceof File && file.size > 0 ? { name: file.name, base64: Buffer.from(await file.arrayBuffer()).toString("base64") } : { name: "", base64: "" }
}

export async function enterOutside(_previous: FormState, form: FormData): Promise<FormState> {
  const values = textsOf(form)
  const read = readOutside(values, await proofOf(form))
  if (!read.ok) return refused(values, read.errors)
  return changed(BUDGET, values, ["outside-purchases"], read.value, "已提交，帮扶办核对后计入")
}

/** A pasted list or a workbook, row by row; nothing is written. */
export async function readOutsideList(form: FormData): Promise<{ list: OutsideList } | { message: string }> {
  const file = form.get("file")
  const organisationId = String(form.get("organisation_id"))
  const text = String(form.get("text") ?? "")
  try {
    return { list: await withSession(BUDGET, async (token) => (file instanceof File && file.size > 0 ? postOutsideFile(token, organisationId, await file.arrayBuffer()) : postOutsideList(token, organisationId, text))) }
  } catch (error) {
    if (error instanceof ApiError) return { message: error.message }
    throw error
  }
}

export async function enterOutsideList(_previous: FormState, form: FormData): Promise<FormState> {
  const values = textsOf(form)
  const proof = await proofOf(form)
  const errors = { ...(values.text ? {} : { text: "请粘贴清单，或从表格读取" }), ...(proof.base64 ? {} : { proof: "请上传发票或平台对账单的 PDF、JPG 或 PNG 文件" }) }
  if (Object.keys(errors).length > 0) return refused(values, errors)
  return changed(BUDGET, values, ["outside-purchases", "batches"], { organisation_id: values.organisation_id, text: values.text, proof_name: proof.name, proof: proof.base64 }, "清单已提交，帮扶办核对后计入")
}

export async function creditOrder(_previous: FormState, form: FormData): Promise<FormState> {
  const values = textsOf(form)
  const { organisation_id, order_id = "" } = values
  if (!organisation_id) return refused(values, { organisation_id: "请选择单位" })
  return changed(`/orders/${order_id}`, values, ["credits"], { organisation_id, order_id }, "已计入，付款后算入单位的年度计划")
}

/** Freezes the year as it stands; the same figures again are the same certificate. */
export async function issueCertificate(_previous: FormState, form: FormData): Promise<FormState> {
  const values = textsOf(form)
  return changed("/desk/impact", values, ["impact", "certificates"], { organisation_id: values.organisation_id, year: Number(values.year) }, "证明已开具")
}
