"use server"

import { type FormState, refused, textsOf } from "@/lib/forms/form-state"
import { changed } from "./changed"
import { readOutside } from "./outside-form"

const APPROVALS = "/desk/approvals"

/** Which button was pressed says whether it is approved. */
export async function decideApproval(_previous: FormState, form: FormData): Promise<FormState> {
  const values = textsOf(form)
  const { id = "", amount_fen = "", verdict = "" } = values
  const reason = values[`reason:${id}`] ?? ""
  if (verdict === "reject" && reason === "") return refused(values, { [`reason:${id}`]: "不同意时，请写明原因" })
  return changed(APPROVALS, values, ["approvals", id, "decision"], { verdict, amount_fen: Number(amount_fen), reason }, verdict === "approve" ? "已同意" : "已退回，采购人员会看到原因")
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

export async function enterOutside(_previous: FormState, form: FormData): Promise<FormState> {
  const values = textsOf(form)
  const file = form.get("proof")
  const proof = file instanceof File ? { name: file.name, base64: Buffer.from(await file.arrayBuffer()).toString("base64") } : { name: "", base64: "" }
  const read = readOutside(values, proof)
  if (!read.ok) return refused(values, read.errors)
  return changed("/desk/budget", values, ["outside-purchases"], read.value, "已提交，帮扶办核对后计入")
}
