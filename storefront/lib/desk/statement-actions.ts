"use server"

import { InvoiceInput } from "@fupin/contract/schemas"
import { errorsOf, type FormState, refused, textsOf } from "@/lib/forms/form-state"
import { changed } from "./changed"
import { readDisputes } from "./statement-words"

type Answer = Promise<FormState>

export async function confirmStatement(_previous: FormState, form: FormData): Answer {
  const values = textsOf(form)
  const { id = "", revision } = values
  return changed(`/desk/statements/${id}`, values, ["statements", id, "confirm"], { revision: Number(revision) }, "已确认。请按下面的收款账户转账，附言写对账单编号")
}

export async function disputeStatement(_previous: FormState, form: FormData): Answer {
  const values = textsOf(form)
  const lines = readDisputes(values)
  if (lines.length === 0) return refused(values, {}, "请在有异议的那一行写明原因")
  return changed(`/desk/statements/${values.id}`, values, ["statements", values.id ?? "", "dispute"], { lines }, "异议已提交，帮扶办与卖方核对后会调整")
}

export async function requestInvoice(_previous: FormState, form: FormData): Answer {
  const values = textsOf(form)
  const { organisation_id, title, tax_number, kind, note = "" } = values
  const read = InvoiceInput.safeParse({ organisation_id, title, tax_number, kind, note, orders: form.getAll("order").map((order_id) => ({ order_id: String(order_id) })) })
  if (!read.success) {
    const { orders, ...errors } = errorsOf(read.error.issues, { orders: "请至少选择一张订单" })
    return refused(values, errors, orders ?? null)
  }
  return changed("/desk/statements", values, ["invoices"], read.data, "已申请，开具后在“对账与发票”查看")
}

export async function withdrawInvoice(_previous: FormState, form: FormData): Answer {
  const values = textsOf(form)
  return changed("/desk/statements", values, ["invoices", values.id ?? "", "withdraw"], {}, "已撤回申请")
}
