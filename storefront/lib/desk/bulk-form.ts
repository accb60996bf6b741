import { BULK_UNIT } from "@fupin/contract/codes"
import { fenFromYuan, kilogramFen } from "@fupin/contract/money"
import { DemandInput } from "@fupin/contract/schemas"
import { textsOf } from "../forms/form-state"
import type { ReadDemand } from "./demand-form"

const SENTENCES: Record<string, string> = {
  title: "请填写标题，至少两个字", name: "请填写原料名称", from_day: "请选择开始供货的日期", to_day: "请选择结束日期", quote_by: "请选择报价截止日", origin_code: "请选择产地的省、市、区县", weekdays: "请至少选择一天",
  inspection: "请填写检验标准，如 GB 1353-2018", batches: "请至少填写一批", limit_fen: "请填写 10 元的整数倍，或留空", month: "请选择月份", quantity: "请填写吨数，最多三位小数",
}

/** 原料按吨询价 as typed: batches are `month:0`, `tonnes:0`…, and together they are what is sought. */
export function readBulkDemand(form: FormData): ReadDemand {
  const weekdays = form.getAll("weekday").map(Number)
  const values: Record<string, string> = { ...textsOf(form), weekday: weekdays.join(",") }
  const rows = batchNumbers(values).filter((row) => values[`month:${row}`] || values[`tonnes:${row}`])
  const { organisation_id, title, name, requirement = "", from_day, to_day, quote_by, note = "", origin, county_code = "", inspection, delivery } = values
  const batches = rows.map((row) => ({ month: values[`month:${row}`], quantity: kilogramsOf(values[`tonnes:${row}`] ?? "") }))
  const total = batches.reduce((sum, { quantity }) => sum + quantity, 0)
  const read = DemandInput.safeParse({
    organisation_id, title, from_day, to_day, quote_by, note, weekdays, origin_code: origin === "fixed" ? county_code : null,
    lines: [{ name, requirement, unit: BULK_UNIT, quantity: Number.isNaN(total) || total === 0 ? 1 : total, limit_fen: limitOf(values.limit ?? "") }], bulk: { inspection, delivery, batches },
  })
  if (read.success) return { ok: true, value: read.data, values }
  const faults = read.error.issues.map(({ path }): [string, string] => {
    const [field, second, row, column] = path.map(String)
    if (field === "bulk" && row !== undefined && column) return [`${column === "month" ? "month" : "tonnes"}:${rows[Number(row)]}`, SENTENCES[column]!]
    const last = field === "bulk" ? second! : field === "lines" ? row! : field!
    return [{ origin_code: "county_code", weekdays: "weekday", limit_fen: "limit" }[last] ?? last, SENTENCES[last] ?? "请检查填写的内容"]
  })
  return { ok: false, values, errors: Object.fromEntries(faults.reverse()) }
}

/** The batches that were shown, in their order. */
export function batchNumbers(values: Record<string, string>): number[] {
  return Object.keys(values).flatMap((name) => /^month:(\d{1,2})$/.exec(name)?.[1] ?? []).map(Number).sort((a, b) => a - b)
}

/** Tonnes to the kilogram, in kilograms. */
const kilogramsOf = (tonnes: string): number => (/^\d{1,4}(\.\d{1,3})?$/.test(tonnes) ? Math.round(Number(tonnes) * 1000) : Number.NaN)

/** A limit per tonne as one per kilogram; null when left empty, not a number where that is no whole fen. */
function limitOf(yuan: string): number | null {
  if (yuan === "") return null
  return /^\d{1,7}(\.\d{1,2})?$/.test(yuan) ? (kilogramFen(fenFromYuan(yuan)) ?? Number.NaN) : Number.NaN
}
