import { fenFromYuan } from "@fupin/contract/money"
import { DemandInput } from "@fupin/contract/schemas"
import { textsOf } from "../forms/form-state"

const SENTENCES: Record<string, string> = {
  title: "请填写标题，至少两个字", from_day: "请选择开始供货的日期", to_day: "请选择结束日期", quote_by: "请选择报价截止日", origin_code: "请选择产地的省、市、区县", weekdays: "请至少选择一天", lines: "请至少填写一种商品",
}
const LINE_SENTENCES: Record<string, string> = { name: "请填写品名", unit: "请填写单位", quantity: "请填写正整数", limit_fen: "请填写大于零的价格，或留空" }

export type ReadDemand = { ok: true; value: DemandInput; values: Record<string, string> } | { ok: false; values: Record<string, string>; errors: Record<string, string> }

/** Rows are `name:0`, `quantity:0`…; a row that is wholly empty is left out, and faults stand beside the row's own field. */
export function readDemand(form: FormData): ReadDemand {
  const weekdays = form.getAll("weekday").map(Number)
  const values: Record<string, string> = { ...textsOf(form), weekday: weekdays.join(",") }
  const rows = rowNumbers(values).filter((row) => ["name", "requirement", "quantity", "limit"].some((field) => values[`${field}:${row}`]))
  const { organisation_id, title, from_day, to_day, quote_by, note = "", origin, county_code = "" } = values
  const lines = rows.map((row) => ({
    name: values[`name:${row}`], requirement: values[`requirement:${row}`] ?? "", unit: values[`unit:${row}`], quantity: Number(values[`quantity:${row}`] || Number.NaN), limit_fen: fenOf(values[`limit:${row}`] ?? ""),
  }))
  const read = DemandInput.safeParse({ organisation_id, title, from_day, to_day, quote_by, note, weekdays, lines, origin_code: origin === "fixed" ? county_code : null })
  if (read.success) return { ok: true, value: read.data, values }
  const faults = read.error.issues.map(({ path, message }): [string, string] => {
    const [field, place, column] = path.map(String)
    if (field === "lines" && place !== undefined) return [`${column === "limit_fen" ? "limit" : column}:${rows[Number(place)]}`, LINE_SENTENCES[column ?? ""] ?? message]
    return [field === "origin_code" ? "county_code" : field === "weekdays" ? "weekday" : String(field), SENTENCES[String(field)] ?? message]
  })
  return { ok: false, values, errors: Object.fromEntries(faults.reverse()) }
}

/** The rows that were shown, in their order. */
export function rowNumbers(values: Record<string, string>): number[] {
  return Object.keys(values).flatMap((name) => /^name:(\d{1,2})$/.exec(name)?.[1] ?? []).map(Number).sort((a, b) => a - b)
}

/** Yuan as fen; null when left empty, not a number when it is none. */
function fenOf(yuan: string): number | null {
  if (yuan === "") return null
  return /^\d{1,7}(\.\d{1,2})?$/.test(yuan) ? fenFromYuan(yuan) : Number.NaN
}
