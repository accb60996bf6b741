import { PreorderBookInput } from "@fupin/contract/schemas"
import { errorsOf, textsOf } from "../forms/form-state"

const SENTENCES: Record<string, string> = {
  quantity: "请填写 1 至 9999 的整数", "delivery.name": "请填写收货人（40 字以内，不含引号、尖括号）", "delivery.county_code": "请选择省、市、区县", "delivery.detail": "请填写详细地址（120 字以内，不含引号、尖括号）",
}

export type ReadBooking = { ok: true; value: PreorderBookInput; values: Record<string, string> } | { ok: false; values: Record<string, string>; errors: Record<string, string> }

/** What was typed of a booking, with a sentence beside each field that needs another look. */
export function readBooking(form: FormData): ReadBooking {
  const values = textsOf(form)
  const { idempotency_key, organisation_id, quantity, reason, name, phone = "", county_code, detail } = values
  const read = PreorderBookInput.safeParse({ reason: reason || null, idempotency_key, organisation_id, quantity: quantity ? Number(quantity) : Number.NaN, delivery: { name, phone: phone.replace(/\s/g, ""), county_code, detail } })
  return read.success ? { ok: true, value: read.data, values } : { ok: false, values, errors: errorsOf(read.error.issues, SENTENCES) }
}
