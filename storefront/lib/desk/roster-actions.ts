"use server"

import { refresh } from "next/cache"
import { type FormState, refused, textsOf } from "@/lib/forms/form-state"
import { changeRoster } from "./campaigns"
import { lateText } from "./campaign-words"
import { tried } from "./changed"

const MISSING = { employee_number: [/./, "请填写工号"], name: [/./, "请填写姓名"], phone: [/^1[3-9]\d{9}$/, "请填写 11 位手机号"] } as const

/** What of a joiner still has to be filled in. */
function faultsOf(values: Record<string, string>): Record<string, string> {
  const faults = Object.entries(MISSING).flatMap(([name, [shape, said]]) => (shape.test(values[name] ?? "") ? [] : [[name, said] as const]))
  return { ...Object.fromEntries(faults), ...(values.detail && !values.county_code ? { county_code: "请选择省、市、区县" } : {}) }
}

function joinerOf({ employee_number = "", name = "", phone = "", department = "", email, county_code = "", detail, ...rest }: Record<string, string>) {
  return { employee_number, name, phone, department, email: email || null, diet: "halal" in rest ? "halal" as const : "none" as const, heads: 1, address: detail ? { county_code, detail } : null }
}

/** One joins late or leaves: first what it would bring; the very same is then done. */
export async function changeLate(_previous: FormState, form: FormData): Promise<FormState> {
  const { mode = "", ...values } = textsOf(form)
  if (mode === "back") return { values, errors: {}, message: null }
  const { id = "", leave, pack_id, reason = "" } = values
  const errors = { ...(leave ? {} : faultsOf(values)), ...(reason.length < 2 ? { reason: "请写明原因，职工会看到" } : {}) }
  if (Object.keys(errors).length > 0) return refused(values, errors)
  const what = { mode: mode === "save" ? "save" as const : "check" as const, reason }
  const change = leave ? { ...what, leave } : { ...what, join: joinerOf(values), pack_id: pack_id || null }
  let said = ""
  const failure = await tried(`/desk/campaigns/${id}/roster`, values, async (token) => { said = lateText(await changeRoster(token, id, change)) })
  if (mode === "save") refresh()
  return failure ?? { values: mode === "save" ? {} : { ...values, checked: "1" }, errors: {}, message: said, done: true }
}
