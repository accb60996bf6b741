"use server"

import { DeclineInvoiceInput, JoinInput, OwnLotInput, PackedLotsInput, WithdrawLotInput } from "@fupin/contract/schemas"
import { refresh } from "next/cache"
import { headers } from "next/headers"
import { redirect } from "next/navigation"
import { tried } from "@/lib/desk/changed"
import { MAIL_SAID } from "@/lib/desk/words"
import { readProposal } from "@/lib/desk/proposal-form"
import { errorsOf, type FormState, refused, textsOf } from "@/lib/forms/form-state"
import { readAdjustments } from "./answer-form"
import { actAtWorkbench } from "./api"
import { openWorkbench, rememberProducer } from "./open-workbench"
import { readQuote } from "./quote-form"

type Answer = Promise<FormState>

/** One act for the producer: what the page shows is read anew, and the form says that it is done or why not. */
async function done(path: string, values: Record<string, string>, parts: string[], body: unknown, message: string): Answer {
  const failure = await tried(path, values, (token) => actAtWorkbench(token, parts, body))
  refresh()
  return failure ?? { values: {}, errors: {}, message, done: true }
}

export async function chooseProducer(form: FormData): Promise<void> {
  await rememberProducer(String(form.get("producer")))
  redirect("/workbench")
}

/** Wrong codes are counted by whoever tries, so their address goes along. */
export async function joinProducer(_previous: FormState, form: FormData): Answer {
  const values = textsOf(form)
  const read = JoinInput.safeParse({ code: values.code })
  if (!read.success) return refused(values, { code: "邀请码为 16 位字母和数字，例如 ABCD-EFGH-JKLM-NPQR" })
  const from = (await headers()).get("x-forwarded-for") ?? undefined
  const failure = await tried("/workbench", values, (token) => actAtWorkbench(token, ["join"], read.data, from))
  return failure ?? redirect("/workbench?joined=1")
}

export async function saveQuote(_previous: FormState, form: FormData): Answer {
  const values = textsOf(form)
  const { id = "" } = values
  const path = `/workbench/demands/${id}`
  const bench = await openWorkbench(path)
  const read = readQuote(values, bench?.producer.id ?? "")
  if (!read.ok) return refused(values, read.errors, read.message ?? null)
  const said = await done(path, values, ["demands", id, "quotes"], read.value, "报价已提交。截止前可以修改或撤回，别家看不到您的价格")
  return said.done ? { ...said, values } : said
}

export async function withdrawQuote(_previous: FormState, form: FormData): Answer {
  const values = textsOf(form)
  return done(`/workbench/demands/${values.demand_id}`, values, ["demand-quotes", values.quote_id ?? "", "withdraw"], {}, "报价已撤回，截止前可以重新报价")
}

export async function proposeAsProducer(_previous: FormState, form: FormData): Answer {
  const read = readProposal({ ...textsOf(form), weekdays: form.getAll("weekday").join(",") })
  const { agreement_id = "" } = read.values
  return read.ok ? done(`/workbench/agreements/${agreement_id}`, read.values, ["agreements", agreement_id, "proposals"], read.value, "提议已发出，等采购单位答复") : refused(read.values, read.errors)
}

const ANSWERED: Record<string, string> = { accept: "已接受，条款已更新", decline: "已谢绝", withdraw: "已撤回" }

export async function answerAsProducer(_previous: FormState, form: FormData): Answer {
  const values = textsOf(form)
  const { id = "", agreement_id = "", answer = "", reason = "" } = values
  if (answer === "decline" && reason.length < 2) return refused(values, { reason: "请说明谢绝的原因" })
  return done(`/workbench/agreements/${agreement_id}`, values, ["agreement-proposals", id], { answer, reason }, ANSWERED[answer] ?? "已答复")
}

export async function answerDispute(_previous: FormState, form: FormData): Answer {
  const values = textsOf(form)
  const read = readAdjustments(values)
  if (!read.ok) return refused(values, read.errors, read.message ?? null)
  return done(`/workbench/statements/${values.id}`, values, ["statements", values.id ?? "", "adjust"], read.value, "已答复，等采购单位再看一遍后确认")
}

export async function declineInvoice(_previous: FormState, form: FormData): Answer {
  const values = textsOf(form)
  const read = DeclineInvoiceInput.safeParse({ reason: values.reason })
  if (!read.success) return refused(values, { reason: "请写明不能开具的原因（至少四个字）" })
  return done("/workbench/invoices", values, ["invoices", values.id ?? "", "decline"], read.data, "已谢绝，对方会看到原因")
}

export async function readAllProducerNotices(producer_id: string, _previous: FormState, form: FormData): Answer {
  return done("/workbench/notices", textsOf(form), ["notices", "read"], { producer_id }, "全部标为已读")
}

export async function chooseProducerMail(producer_id: string, _previous: FormState, form: FormData): Answer {
  const values = textsOf(form)
  return done("/workbench/notices", values, ["notices", "mail"], { producer_id, mail: values.mail }, MAIL_SAID[values.mail ?? ""] ?? "已保存")
}

export async function enterLot(_previous: FormState, form: FormData): Answer {
  const values = textsOf(form)
  const bench = await openWorkbench("/workbench/lots")
  const { product_id, made_on, best_before, mark, report } = values
  const read = OwnLotInput.safeParse({ producer_id: bench?.producer.id, product_id, made_on, best_before: best_before || null, mark, report })
  if (!read.success) return refused(values, errorsOf(read.error.issues, { made_on: "请选择采收或生产日期", best_before: "请选择正确的日期，或留空" }))
  return done("/workbench/lots", values, ["lots"], read.data, "已登记，装箱时可以选这一批")
}

export async function withdrawLot(_previous: FormState, form: FormData): Answer {
  const values = textsOf(form)
  const read = WithdrawLotInput.safeParse({ reason: values.reason })
  if (!read.success) return refused(values, { reason: "请写明撤回的原因（至少四个字）" })
  return done("/workbench/lots", values, ["lots", values.id ?? "", "withdraw"], read.data, "已撤回，不能再装箱")
}

export async function packLots(_previous: FormState, form: FormData): Answer {
  const { kind, id, variant_id } = textsOf(form)
  const read = PackedLotsInput.safeParse({ load: { kind, id }, variant_id, lot_ids: form.getAll("lot") })
  if (!read.success) return refused({}, {}, read.error.issues[0]?.message ?? "请重新选择批次")
  return done("/workbench/packing", {}, ["packed-lots"], read.data, read.data.lot_ids.length === 0 ? "已取消批次" : "批次已保存，送货单和收货页上能看到")
}
