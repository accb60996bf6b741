"use server"

import type { QuickEntry } from "@fupin/contract/schemas"
import { ApiError } from "@/lib/api"
import { type FormState, refused, textsOf } from "@/lib/forms/form-state"
import { withSession } from "@/lib/session"
import { changed } from "./changed"
import { readProposal } from "./proposal-form"
import { postQuickEntry, postQuickEntryFile } from "./supply"

type Answer = Promise<FormState>

export async function setHeadcount(_previous: FormState, form: FormData): Answer {
  const values = textsOf(form)
  const headcount = /^\d{1,5}$/.test(values.headcount ?? "") ? Number(values.headcount) : null
  if (headcount === null) return refused(values, { headcount: "请填写就餐人数，0 表示这天不用餐" })
  return changed(`/desk/occurrences/${values.id}`, values, ["occurrences", values.id ?? "", "headcount"], { headcount, version: Number(values.version) }, "已按人数改好这一天的数量")
}

export async function replenishOccurrence(_previous: FormState, form: FormData): Answer {
  const values = textsOf(form)
  const lines = Object.entries(values).filter(([name, text]) => name.startsWith("q:") && text !== "" && text !== "0").map(([name, text]) => ({ variant_id: name.slice(2), quantity: Number(text) }))
  if (lines.length === 0 || lines.some(({ quantity }) => !Number.isInteger(quantity) || quantity < 1)) return refused(values, { lines: "请至少填写一种商品，数量为 1 到 9999 的整数" })
  return changed(`/desk/occurrences/${values.id}`, values, ["occurrences", values.id ?? "", "replenish"], { lines }, "补货已登记，一小时内自动下单")
}

export async function takeSubstitute(_previous: FormState, form: FormData): Answer {
  const values = textsOf(form)
  return changed(`/desk/occurrences/${values.id}`, values, ["occurrences", values.id ?? "", "substitute"], { variant_id: values.variant_id }, "缺少的部分已换成替代商品")
}

export async function addVacation(_previous: FormState, form: FormData): Answer {
  const values = textsOf(form)
  const { organisation_id, name, from_on, to_on } = values
  const errors = { ...(name ? {} : { name: "请填写名称，例如：寒假" }), ...(from_on ? {} : { from_on: "请选择开始日期" }), ...(to_on ? {} : { to_on: "请选择结束日期" }) }
  if (Object.keys(errors).length > 0) return refused(values, errors)
  return changed("/desk/standing-orders", values, ["vacations"], { organisation_id, name, from_on, to_on }, "已保存，假期内不配送")
}

export async function removeVacation(_previous: FormState, form: FormData): Answer {
  const values = textsOf(form)
  return changed("/desk/standing-orders", values, ["vacations", values.id ?? "", "remove"], {}, "已删除，假期内照常配送")
}

export async function proposeChange(_previous: FormState, form: FormData): Answer {
  const typed = { ...textsOf(form), weekdays: form.getAll("weekday").join(",") }
  const read = readProposal(typed)
  if (!read.ok) return refused(read.values, read.errors)
  const { agreement_id = "" } = read.values
  return changed(`/desk/agreements/${agreement_id}`, read.values, ["agreements", agreement_id, "proposals"], read.value, "提议已发出，等供货方答复")
}

const ANSWERED: Record<string, string> = { accept: "已接受，条款已更新", decline: "已谢绝", withdraw: "已撤回" }

export async function answerProposal(_previous: FormState, form: FormData): Answer {
  const values = textsOf(form)
  const { id = "", agreement_id = "", answer = "", reason = "" } = values
  if (answer === "decline" && reason.length < 2) return refused(values, { reason: "请说明谢绝的原因" })
  return changed(`/desk/agreements/${agreement_id}`, values, ["agreement-proposals", id], { answer, reason }, ANSWERED[answer] ?? "已答复")
}

/** A pasted list or a chosen workbook, row by row; nothing is saved. */
export async function readQuickEntry(form: FormData): Promise<{ entry: QuickEntry } | { message: string }> {
  const [agreementId, text, file] = [String(form.get("agreement_id")), String(form.get("text") ?? "").trim(), form.get("file")]
  try {
    if (file instanceof File && file.size > 0) {
      const content = await file.arrayBuffer()
      return { entry: await withSession("/desk", (token) => postQuickEntryFile(token, agreementId, content)) }
    }
    if (text === "") return { message: "请粘贴内容，或选择一个表格文件" }
    return { entry: await withSession("/desk", (token) => postQuickEntry(token, agreementId, text)) }
  } catch (error) {
    if (error instanceof ApiError) return { message: error.message }
    throw error
  }
}
