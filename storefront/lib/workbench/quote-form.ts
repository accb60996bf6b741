import { fenFromYuan } from "@fupin/contract/money"
import { DemandQuoteInput, type WorkbenchDemand } from "@fupin/contract/schemas"

type Read = { ok: true; value: DemandQuoteInput } | { ok: false; errors: Record<string, string>; message?: string }

const fenOf = (yuan: string): number => (/^\d{1,6}(\.\d{1,2})?$/.test(yuan) ? fenFromYuan(yuan) : Number.NaN)
/** 2.5 千克 a piece as thousandths. */
const milliOf = (content: string): number => (/^\d{1,6}(\.\d{1,3})?$/.test(content) ? Math.round(Number(content) * 1000) : Number.NaN)

const SENTENCES: Record<string, [string, string]> = { unit_price_fen: ["price", "请填写每件单价，最多两位小数"], content_milli: ["content", "请填写每件含多少，最多三位小数"], valid_to: ["valid_to", "请选择报价有效期"], note: ["note", "说明请勿使用引号、尖括号、分号等符号"] }

/** A quote as typed: for each line of the demand `goods:0`, `price:0`, `content:0`; a line whose goods are not chosen is not quoted for. */
export function readQuote(values: Record<string, string>, producer_id: string): Read {
  const lines = Object.entries(values).flatMap(([name, variant_id]) => (name.startsWith("goods:") && variant_id !== "" ? [{ line: Number(name.slice(6)), variant_id }] : [])).toSorted((one, other) => one.line - other.line)
  if (lines.length === 0) return { ok: false, errors: {}, message: "请至少选一种商品报价" }
  const read = DemandQuoteInput.safeParse({
    producer_id, valid_to: values.valid_to, note: values.note ?? "",
    lines: lines.map(({ line, variant_id }) => ({ line, variant_id, unit_price_fen: fenOf(values[`price:${line}`] ?? ""), content_milli: milliOf(values[`content:${line}`] ?? "") })),
  })
  if (read.success) return { ok: true, value: read.data }
  const faults = read.error.issues.map(({ path, message }): [string, string] => {
    const [place, [name, sentence]] = [path[1], SENTENCES[String(path.at(-1))] ?? [String(path.at(-1)), message]]
    return [typeof place === "number" ? `${name}:${lines[place]!.line}` : name, sentence]
  })
  return { ok: false, errors: Object.fromEntries(faults.reverse()) }
}

/** What the form begins with: the quote that stands, else nothing but a validity. */
export function quoteValues(quote: WorkbenchDemand["quote"], validTo: string): Record<string, string> {
  if (quote === null) return { valid_to: validTo }
  const lines = quote.lines.flatMap(({ line, variant_id, unit_price_fen, content_milli }) => [[`goods:${line}`, variant_id], [`price:${line}`, (unit_price_fen / 100).toFixed(2)], [`content:${line}`, String(content_milli / 1000)]])
  return { ...Object.fromEntries(lines), valid_to: quote.valid_to, note: quote.note }
}
