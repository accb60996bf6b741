"use server"

import { refresh } from "next/cache"
import { ApiError } from "@/lib/api"
import { type FormState, refused, textsOf } from "@/lib/forms/form-state"
import { chooseGift, confirmGift, keepCode, openGift, readCode } from "./gift"

export async function enterCode(_previous: FormState, form: FormData): Promise<FormState> {
  const { token = "", code = "" } = textsOf(form)
  if (!/^\d{6}$/.test(code)) return refused({}, { code: "验证码是 6 位数字" })
  return tried({}, async () => {
    await openGift(token, code)
    await keepCode(token, code)
  }, "")
}

export async function choosePack(_previous: FormState, form: FormData): Promise<FormState> {
  const values = textsOf(form)
  const { token = "", pack_id = "", county_code, detail, delivery } = values
  if (pack_id === "") return refused(values, { pack_id: "请选择一款礼包" })
  if (detail && !county_code) return refused(values, { county_code: "请选择省、市、区县" })
  const code = await readCode()
  if (code === null) return refused(values, {}, "离开太久了，请刷新页面，重新输入验证码")
  return tried(values, async () => { await chooseGift(token, code, { pack_id, address: detail ? { county_code, detail } : null, delivery: delivery === "home" || delivery === "pickup" ? delivery : null }) }, "已选好；截止前可以改选")
}

export async function confirmReceipt(_previous: FormState, form: FormData): Promise<FormState> {
  const { token = "" } = textsOf(form)
  const code = await readCode()
  if (code === null) return refused({}, {}, "离开太久了，请刷新页面，重新输入验证码")
  return tried({}, async () => { await confirmGift(token, code) }, "已确认收到")
}

async function tried(values: Record<string, string>, work: () => Promise<void>, message: string): Promise<FormState> {
  try {
    await work()
  } catch (error) {
    if (error instanceof ApiError) return refused(values, {}, error.message)
    throw error
  }
  refresh()
  return { values: {}, errors: {}, message, done: true }
}
