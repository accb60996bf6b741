import { fenFromYuan, kilogramFen } from "@fupin/contract/money"
import { DemandQuoteInput, type WorkbenchDemand } from "@fupin/contract/schemas"

type Read = { ok: true; value: DemandQuoteInput } | { ok: false; errors: Record<string, string>; message?: string }

const fenOf = (yuan: string): number => (/^\d{1,6}(\.\d{1,2})?$/.test(yuan) ? fenFromYuan(yuan) : Number.NaN)
/** 2.5 千克 a piece as thousandths. */
const milliOf = (content: string): number => (/^\d{1,6}(\.\d{1,3})?$/.test(content) ? Math.round(Number(content) * 1000) : Number.NaN)

const SENTENCES: Record<string, [string, string]> = { unit_price_fen: ["price", "请填写每件单价，最多两位小数"], content_milli: ["content", "请填写每件含多少，最多三位小数"], valid_to: ["valid_to", "请选择报价有效期"], note: ["note", "说明请勿使用引号、尖括号、分号等符号"] }

/** What is taken off for quality stands in so many rows. */
export const DEDUCTIONS = [0, 1, 2]
const TENS = "请填写 10 元的整数倍，折合每公斤才是整分"

/** A quote as typed, of raw material per tonne: for each line of the demand `goods:0`, `price:0`, `content:0`; a line whose goods are not chosen is not quoted for. */
export function readQuote(values: Record<string, string>, producer_id: string): Read {
  const lines = Object.entries(values).flatMap(([name, variant_id]) => (name.startsWith("goods:") && variant_id !== "" ? [{ line: Number(name.slice(6)), variant_id }] : [])).toSorted((one, other) => one.line - other.line)
  if (lines.length === 0) return { ok: false, errors: {}, message: "请至少选一种商品报价" }
  const isBulk = values.bulk === "yes"
  const priceOf = (yuan: string) => (isBulk ? (kilogramFen(fenOf(yuan)) ?? Number.NaN) : fenOf(yuan))
  const taken = DEDUCTIONS.filter((row) => values[`criterion:${row}`] || values[`off:${row}`])
  const read = DemandQuoteInput.safeParse({
    producer_id, valid_to: values.valid_to, note: values.note ?? "",
    lines: lines.map(({ line, variant_id }) => ({ line, variant_id, unit_price_fen: priceOf(values[`price:${line}`] ?? ""), content_milli: milliOf(values[`content:${line}`] ?? "") })),
    deductions: taken.map((row) => ({ criterion: values[`criterion:${row}`] ?? "", per_tonne_fen: kilogramFen(fenOf(values[`off:${row}`] ?? "")) === null ? Number.NaN : fenOf(values[`off:${row}`] ?? "") })),
  })
  if (read.success) return { ok: true, value: read.data }
  const faults = read.error.issues.map(({ path, message }): [string, string] => {
    if (path[0] === "deductions") return path[2] === "criterion" ? [`criterion:${taken[Number(path[1])]}`, "请写明扣价的条件"] : [`off:${taken[Number(path[1])]}`, TENS]
    if (isBulk && path.at(-1) === "unit_price_fen") return [`price:${lines[Number(path[1])]!.line}`, TENS]
    const [place, [name, sentence]] = [path[1], SENTENCES[String(path.at(-1))] ?? [String(path.at(-1)), message]]
    return [typeof place === "number" ? `${name}:${lines[place]!.line}` : name, sentence]
  })
  return { ok: false, errors: Object.fromEntries(faults.reverse()) }
}

/** What the form begins with: the quote that stands, else nothing but a validity. */
export function quoteValues(quote: WorkbenchDemand["quote"], validTo: string, isBulk = false): Record<string, string> {
  if (quote === null) return { valid_to: validTo }
  const lines = quote.lines.flatMap(({ line, variant_id, unit_price_fen, content_milli }) => [[`goods:${line}`, variant_id], [`price:${line}`, isBulk ? String(unit_price_fen * 10) : (unit_price_fen / 100).toFixed(2)], [`content:${line}`, String(content_milli / 1000)]])
  const deductions = quote.deductions.flatMap(({ criterion, per_tonne_fen }, row) => [[`criterion:${row}`, criterion], [`off:${row}`, String(per_tonne_fen / 100)]])
  return { ...Object.fromEntries([...lines, ...deductions]), valid_to: quote.valid_to, note: quote.note }
}
