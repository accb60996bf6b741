import { DeliveryPointInput, InvoiceTitleInput, OrganisationInput } from "@fupin/contract/schemas"
import { errorsOf } from "../forms/form-state"

type Read<T> = { ok: true; value: T } | { ok: false; errors: Record<string, string> }

const TITLE_SENTENCES: Record<string, string> = { title: "请填写发票抬头（100 字以内，不含引号、尖括号）" }

export function readInvoiceTitle(values: Record<string, string>): Read<InvoiceTitleInput> {
  const { organisation_id, title, tax_number, bank, account, address } = values
  const read = InvoiceTitleInput.safeParse({ organisation_id, title, tax_number, bank, account: account?.replace(/\s/g, ""), address, is_default: "is_default" in values })
  return read.success ? { ok: true, value: read.data } : { ok: false, errors: errorsOf(read.error.issues, TITLE_SENTENCES) }
}

const POINT_SENTENCES: Record<string, string> = {
  name: "请给收货点起个名字（40 字以内）", contact: "请填写联系人（40 字以内）", county_code: "请选择省、市、区县", detail: "请填写详细地址（120 字以内）",
}

/** Receiving days come as many `weekday`, with one span of hours for all of them; without days there is no window. */
export function readDeliveryPoint(values: Record<string, string>, weekdays: number[]): Read<DeliveryPointInput> {
  const { organisation_id, name, contact, phone, county_code, detail, from, to } = values
  const windows = weekdays.length === 0 ? [] : [{ weekdays, from, to }]
  const read = DeliveryPointInput.safeParse({ organisation_id, name, contact, phone: phone?.replace(/\s/g, ""), county_code, detail, windows })
  return read.success ? { ok: true, value: read.data } : { ok: false, errors: errorsOf(read.error.issues, POINT_SENTENCES) }
}

const UNIT_SENTENCES: Record<string, string> = { name: "请填写单位名称（2–80 字，不含引号、尖括号）", uscc: "统一社会信用代码应为 18 位数字或大写字母", region_code: "请选择单位所在的省、市、区县" }

export function readRegistration(values: Record<string, string>): Read<OrganisationInput> {
  const { unit_name, uscc, kind, county_code } = values
  const read = OrganisationInput.safeParse({ name: unit_name, uscc: uscc?.replace(/\s/g, ""), kind, region_code: county_code })
  if (read.success) return { ok: true, value: read.data }
  const { name, ...errors } = errorsOf(read.error.issues, UNIT_SENTENCES)
  return { ok: false, errors: { ...errors, ...(name ? { unit_name: name } : {}) } }
}
