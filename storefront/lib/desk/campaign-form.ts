import { fenFromYuan } from "@fupin/contract/money"
import { CampaignInput, PackInput } from "@fupin/contract/schemas"
import { errorsOf, textsOf } from "../forms/form-state"

type Read<T> = { ok: true; value: T; values: Record<string, string> } | { ok: false; errors: Record<string, string>; values: Record<string, string> }

/** Yuan as typed, to fen; what is no amount becomes NaN, which the schema refuses. */
const fenOf = (yuan: string | undefined): number => (/^\d{1,7}(\.\d{1,2})?$/.test(yuan ?? "") ? fenFromYuan(yuan!) : Number.NaN)
const optionalFen = (yuan: string | undefined): number | null => (yuan ? fenOf(yuan) : null)

const SENTENCES = {
  budget_fen: "请填写每人预算，单位元，最多两位小数", floor_fen: "请填写金额，或留空", cap_fen: "请填写金额，或留空", choose_by: "请选择截止日期", year: "请填写年份", "pickup.county_code": "请选择省、市、区县",
  "pickup.name": "请填写联系人（40 字以内）", "pickup.detail": "请填写领取地点（120 字以内）",
}

/** A new campaign as typed. */
export function readCampaign(form: FormData): Read<CampaignInput> {
  const values = textsOf(form)
  const pickup = values.delivery_mode !== "home" ? { name: values.name, phone: values.phone?.replace(/\s/g, ""), county_code: values.county_code, detail: values.detail } : null
  const read = CampaignInput.safeParse({
    organisation_id: values.organisation_id, holiday: values.holiday, year: Number(values.year), title: values.title, choose_by: values.choose_by, delivery_mode: values.delivery_mode, pickup,
    budget_fen: fenOf(values.budget), floor_fen: optionalFen(values.floor), cap_fen: optionalFen(values.cap), reason: values.reason || null,
  })
  if (read.success) return { ok: true, value: read.data, values }
  const { budget_fen, floor_fen, cap_fen, ...errors } = errorsOf(read.error.issues, SENTENCES)
  return { ok: false, values, errors: { ...errors, ...(budget_fen ? { budget: budget_fen } : {}), ...(floor_fen ? { floor: floor_fen } : {}), ...(cap_fen ? { cap: cap_fen } : {}) } }
}

/** One pack as typed; quantities come as `q:<variant>`. */
export function readPack(form: FormData): Read<PackInput> {
  const values = textsOf(form)
  const components = Object.entries(values).flatMap(([name, text]) => (name.startsWith("q:") && text !== "" && text !== "0" ? [{ variant_id: name.slice(2), quantity: Number(text) }] : []))
  const read = PackInput.safeParse({
    name: values.pack_name, price_fen: fenOf(values.price), is_halal: form.has("is_halal"), is_default: form.has("is_default"), stock_limit: values.limit ? Number(values.limit) : null, components,
  })
  if (read.success) return { ok: true, value: read.data, values }
  const errors: Record<string, string> = {}
  for (const { path } of read.error.issues) {
    if (path[0] === "name") errors.pack_name = "请给礼包起个名字（40 字以内）"
    if (path[0] === "price_fen") errors.price = "请填写礼包价格，单位元，最多两位小数"
    if (path[0] === "stock_limit") errors.limit = "请填写整数，或留空"
    if (path[0] === "components") errors.components = "请至少选择一种商品，每种 1 到 99 份"
  }
  return { ok: false, values, errors }
}
