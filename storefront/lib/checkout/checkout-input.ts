import { createHash } from "node:crypto"
import { CheckoutInput } from "@fupin/contract/schemas"
import { errorsOf } from "../forms/form-state"
import type { CartLine } from "../cart/lines"

const SENTENCES: Record<string, string> = {
  "address.name": "请填写收货人姓名（40 字以内）",
  "address.county_code": "请选择省、市、区县",
  address: "请填写收货信息，或选择受赠单位",
  "address.detail": "请填写街道、门牌等详细地址（120 字以内）",
  "donation.recipient_id": "请选择受赠单位",
  "donation.donor": "请填写捐赠人姓名（40 字以内）",
  reason: "请选择认购缘由",
  email: "请填写有效的邮箱，用来接收订单通知",
  shipping_option_id: "请选择配送方式",
  payment_provider_id: "请选择付款方式",
  remark: "备注请控制在 200 字以内",
  items: "购物车是空的",
  idempotency_key: "页面已过期，请刷新后重试",
}

type Read = { ok: true; input: CheckoutInput } | { ok: false; errors: Record<string, string> }

/** What was typed, as the backend wants it; or a sentence for every field that needs another look. */
export function readCheckout(values: Record<string, string>, lines: readonly CartLine[]): Read {
  const { name, phone, county_code, detail, email, shipping_option_id, payment_provider_id, reason = "own_use", remark = "", form_key = "", shown_total } = values
  const goesTo = values.destination === "gift" ? { donation: { recipient_id: values.recipient_id, donor: values.donor } } : { address: { name, phone: phone?.replace(/\s/g, ""), county_code, detail } }
  const typed = { items: lines, email, ...goesTo, reason, shipping_option_id, payment_provider_id, remark }
  const read = CheckoutInput.safeParse({ ...typed, idempotency_key: keyOf(form_key, { ...typed, shown_total }) })
  return read.success ? { ok: true, input: read.data } : { ok: false, errors: errorsOf(read.error.issues, SENTENCES) }
}

/**
 * One key for one form with one content and one price shown: pressing twice is the same purchase, correcting a field and pressing again is another
 * attempt. A UUID of version 8 (RFC 9562) made from the hash of both; of a form without a key, nothing valid.
 */
export function keyOf(formKey: string, content: unknown): string {
  if (!/^[0-9a-f-]{36}$/.test(formKey)) return ""
  const hash = createHash("sha256").update(`${formKey}\n${JSON.stringify(content)}`).digest("hex")
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}
