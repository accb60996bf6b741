import { GroupBuyJoinInput } from "@fupin/contract/schemas"
import { keyOf } from "@/lib/checkout/checkout-input"
import { errorsOf } from "@/lib/forms/form-state"

const SENTENCES: Record<string, string> = {
  "address.name": "请填写收货人姓名（40 字以内）", "address.county_code": "请选择省、市、区县", "address.detail": "请填写街道、门牌等详细地址（120 字以内）", email: "请填写有效的邮箱，用来接收订单通知",
  shipping_option_id: "请选择配送方式", payment_provider_id: "请选择付款方式", remark: "备注请控制在 200 字以内", quantity: "请填写份数", idempotency_key: "页面已过期，请刷新后重试",
}

type Read = { ok: true; input: GroupBuyJoinInput } | { ok: false; errors: Record<string, string> }

/** What was typed, as the backend wants it; or a sentence for every field that needs another look. */
export function readJoin(values: Record<string, string>): Read {
  const { name, phone, county_code, detail, email, shipping_option_id, payment_provider_id, reason, remark = "", form_key = "", quantity, organisation_id, shown_total } = values
  const typed = {
    quantity: Number(quantity), organisation_id: organisation_id || null, email, address: { name, phone: phone?.replace(/\s/g, ""), county_code, detail }, reason: reason || null, shipping_option_id, payment_provider_id, remark,
  }
  const read = GroupBuyJoinInput.safeParse({ ...typed, idempotency_key: keyOf(form_key, { ...typed, shown_total }) })
  return read.success ? { ok: true, input: read.data } : { ok: false, errors: errorsOf(read.error.issues, SENTENCES) }
}
