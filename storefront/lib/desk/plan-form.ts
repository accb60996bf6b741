import { AcceptanceSheetInput, OccurrenceLinesInput, StandingOrderChange } from "@fupin/contract/schemas"

type Read<T> = { ok: true; value: T; values: Record<string, string> } | { ok: false; errors: Record<string, string>; values: Record<string, string> }

const FIELDS: Record<string, [field: string, sentence: string | null]> = {
  name: ["plan_name", "请给这份定向认购起个名字（40 字以内，不含引号、尖括号）"],
  lines: ["lines", "请至少选择一种商品，数量为 1 到 9999 的整数"],
  weekdays: ["weekday", "请至少选择一个配送日"],
  starts_on: ["starts_on", "请选择开始日期"],
  headcount: ["headcount", "请填写人数，或留空"],
  ends_on: ["ends_on", "请选择正确的结束日期"],
  recipient_id: ["recipient_id", "请选择受赠单位"],
  "delivery.name": ["name", "请填写收货人（40 字以内，不含引号、尖括号）"],
  "delivery.phone": ["phone", null],
  "delivery.county_code": ["county_code", "请选择省、市、区县"],
  "delivery.detail": ["detail", "请填写详细地址（120 字以内，不含引号、尖括号）"],
}

/** What was typed into the editor of a standing order. Quantities come as `q:<variant>`, the days as many `weekday`. */
export function readPlan(form: FormData): Read<StandingOrderChange> {
  const values = valuesOf(form)
  const { plan_name, starts_on, ends_on, name, phone, county_code, detail, destination, recipient_id } = values
  const goesTo = destination === "gift" ? { recipient_id: recipient_id ?? "" } : { delivery: { name, phone: phone?.replace(/\s/g, ""), county_code, detail } }
  const read = StandingOrderChange.safeParse({
    name: plan_name, starts_on, ends_on: ends_on || null,
    lines: quantitiesOf(values).filter(({ quantity }) => quantity !== 0),
    weekdays: form.getAll("weekday").map(Number),
    ...versionOf(values), observe_vacations: form.has("observe_vacations"), headcount: values.headcount ? Number(values.headcount) : null, reason: values.reason || null,
    skip_statutory_holidays: form.has("skip_statutory_holidays"), deliver_on_makeup_workdays: form.has("deliver_on_makeup_workdays"),
    ...goesTo,
  })
  if (read.success) return { ok: true, value: read.data, values }
  const errors = read.error.issues.map(({ path, message }) => {
    const [field, sentence] = FIELDS[path.join(".")] ?? FIELDS[String(path[0])] ?? ["form", null]
    return [field, sentence ?? message] as const
  })
  return { ok: false, errors: Object.fromEntries([...errors].reverse()), values }
}

/** Quantities for one date; 0 leaves a line out. */
export function readQuantities(form: FormData): Read<OccurrenceLinesInput> {
  const values = valuesOf(form)
  const read = OccurrenceLinesInput.safeParse({ lines: quantitiesOf(values), ...versionOf(values) })
  return read.success ? { ok: true, value: read.data, values } : { ok: false, errors: { lines: "数量应为 0 到 9999 的整数" }, values }
}

/** Accepted quantities `q:<variant>` with their reasons `r:<variant>` and what became of the rest `t:<variant>`; papers that came `c:<kind>`. */
export function readAcceptance(form: FormData): Read<AcceptanceSheetInput> {
  const values = valuesOf(form)
  const lines = typedOf(values).map(([variant_id, text]) => ({ variant_id, accepted: weightOf(text), reason: values[`r:${variant_id}`] ?? "", ...(values[`t:${variant_id}`] ? { turned_away: values[`t:${variant_id}`] } : {}) }))
  const certificates = ["quality", "quarantine"].flatMap((kind) => (values[`c:${kind}`] ? [{ kind, present: values[`c:${kind}`] === "present" }] : []))
  const read = AcceptanceSheetInput.safeParse({ lines, certificates })
  if (read.success) return { ok: true, value: read.data, values }
  const errors = read.error.issues.map(({ path, message }) => {
    const line = lines[Number(path[1])]
    return path[2] === "reason" ? [`r:${line?.variant_id}`, message] : [`q:${line?.variant_id}`, "请填写 0 到 9999 的数，计重商品最多三位小数"]
  })
  return { ok: false, errors: Object.fromEntries(errors), values }
}

/** The version that was shown, so that whoever saves over a change made meanwhile is told. */
const versionOf = ({ version }: Record<string, string>) => (version ? { version: Number(version) } : {})

const typedOf = (values: Record<string, string>): [variant_id: string, text: string][] =>
  Object.entries(values).filter(([name]) => name.startsWith("q:")).map(([name, text]) => [name.slice(2), text])

function quantitiesOf(values: Record<string, string>): { variant_id: string; quantity: number }[] {
  return typedOf(values).map(([variant_id, text]) => ({ variant_id, quantity: text === "" ? 0 : /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN }))
}

/** A weight as it is typed on a phone: with a point, or what the keyboard has for one. An empty one is none, never nought: nothing was weighed. */
function weightOf(text: string): number {
  const plain = text.normalize("NFKC").replace(/[,。、]/, ".")
  return /^\d{1,4}(\.\d{1,3})?$/.test(plain) ? Number(plain) : Number.NaN
}

function valuesOf(form: FormData): Record<string, string> {
  const texts = [...form.entries()].filter((entry): entry is [string, string] => typeof entry[1] === "string" && !entry[0].startsWith("$"))
  return { ...Object.fromEntries(texts.map(([name, text]) => [name, text.trim()])), weekday: form.getAll("weekday").join(",") }
}

/** What a link fills in beforehand: a quantity (`fill=variant:10`), the days of the week (`days=14`), and from when to when. Whatever else it says is passed over. */
export interface Filled {
  quantities: Record<string, string>
  weekdays: number[]
  starts_on: string | null
  ends_on: string | null
}

export function readFill(asked: Record<string, unknown>): Filled {
  const text = (name: string) => { const value = asked[name]; return typeof value === "string" ? value : "" }
  const day = (name: string) => (/^20\d{2}-\d{2}-\d{2}$/.test(text(name)) ? text(name) : null)
  const [, variant, quantity] = /^([A-Za-z0-9_]{1,64}):(\d{1,4})$/.exec(text("fill")) ?? []
  return { quantities: variant && quantity ? { [variant]: quantity } : {}, weekdays: /^[1-7]{1,7}$/.test(text("days")) ? [...text("days")].map(Number) : [], starts_on: day("from"), ends_on: day("to") }
}
