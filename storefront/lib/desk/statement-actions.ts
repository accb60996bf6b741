"use server"

import { fenFromYuan } from "@fupin/contract/money"
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

/** An order (`a:<order>`) or all of a campaign (`c:<campaign>`) may be invoiced in part: then what is asked for stands beside it, in yuan. */
export async function requestInvoice(_previous: FormState, form: FormData): Answer {
  const values = textsOf(form)
  const { organisation_id, billed, kind, note = "" } = values
  const [title, tax_number] = (billed ?? "").split("\t")
  const orders = form.getAll("order").map((order) => ({ order_id: String(order), ...partOf(values[`a:${order}`]) }))
  const campaigns = form.getAll("campaign").map((campaign) => {
    const [campaign_id = "", seller_id] = String(campaign).split(":")
    return { campaign_id, seller_id, ...partOf(values[`c:${campaign_id}`]) }
  })
  const read = InvoiceInput.safeParse({ organisation_id, title, tax_number, kind, note, orders, campaigns })
  if (!read.success) return refused(values, {}, errorsOf(read.error.issues, { orders: "请至少选择一张订单" }).orders ?? "开票金额应为大于零的数，最多两位小数")
  return changed("/desk/statements", values, ["invoices"], read.data, "已申请，开具后在“对账与发票”查看")
}

/** Nothing typed: all that is left. What is no amount is refused by the contract. */
function partOf(typed: string | undefined): { amount_fen?: number } {
  if (!typed) return {}
  return { amount_fen: /^\d+(\.\d{1,2})?$/.test(typed) ? fenFromYuan(typed) : 0 }
}

export async function withdrawInvoice(_previous: FormState, form: FormData): Answer {
  const values = textsOf(form)
  return changed("/desk/statements", values, ["invoices", values.id ?? "", "withdraw"], {}, "已撤回申请")
}
