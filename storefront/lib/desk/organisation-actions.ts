"use server"

import { ApplyAgainInput, UnitReasonInput } from "@fupin/contract/schemas"
import { type FormState, refused, textsOf } from "@/lib/forms/form-state"
import { changed } from "./changed"
import { readDeliveryPoint, readInvoiceTitle, readRegistration } from "./organisation-forms"

const HERE = "/desk/organisation"

export async function addInvoiceTitle(_previous: FormState, form: FormData): Promise<FormState> {
  const values = textsOf(form)
  const read = readInvoiceTitle(values)
  return read.ok ? changed(HERE, values, ["invoice-titles"], read.value, "发票抬头已添加") : refused(values, read.errors)
}

export async function addDeliveryPoint(_previous: FormState, form: FormData): Promise<FormState> {
  const values = textsOf(form)
  const read = readDeliveryPoint(values, form.getAll("weekday").map(Number))
  return read.ok ? changed(HERE, values, ["delivery-points"], read.value, "收货点已添加") : refused(values, read.errors)
}

/** Nothing chosen says nothing. */
export async function setReason(_previous: FormState, form: FormData): Promise<FormState> {
  const values = textsOf(form)
  const read = UnitReasonInput.safeParse({ organisation_id: values.organisation_id, reason: values.reason || null })
  return read.success ? changed(HERE, values, ["purchase-reason"], read.data, "已保存，今后的订单照此填写") : refused(values, {}, "请从列表里选择")
}

/** Corrects a registration that was refused; who was refused in person says a word instead. */
export async function applyAgain(_previous: FormState, form: FormData): Promise<FormState> {
  const values = textsOf(form)
  const unit = values.uscc === undefined ? null : readRegistration(values)
  if (unit && !unit.ok) return refused(values, unit.errors)
  const read = ApplyAgainInput.safeParse({ unit: unit?.value ?? null, note: values.note ?? "" })
  return read.success ? changed("/desk", values, ["applications", values.id ?? ""], read.data, "已重新提交，请等待帮扶办核验") : refused(values, { note: "说明不超过 200 字，不含引号、尖括号" })
}

/** `what` is the list that the entry is taken from. */
export async function endDetail(_previous: FormState, form: FormData): Promise<FormState> {
  const values = textsOf(form)
  const what = values.what === "invoice-titles" ? "invoice-titles" : "delivery-points"
  return changed(HERE, values, [what, values.id ?? "", "end"], {}, "已停用")
}

export async function registerUnit(_previous: FormState, form: FormData): Promise<FormState> {
  const values = textsOf(form)
  const read = readRegistration(values)
  return read.ok ? changed("/desk", values, ["organisations"], read.value, "已登记，帮扶办核验后就能使用") : refused(values, read.errors)
}
