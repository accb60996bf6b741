import { decideIdNumber } from "../id-number"
import { type Cell, cleanText, dayOfSerial } from "./cell"

/** What a cell says, or what is wrong with it. The message never repeats personal data. */
export type Read<T> = { ok: true; value: T } | { ok: false; message: string }
export type Field<T> = (cell: Cell) => Read<T>

const good = <T>(value: T): Read<T> => ({ ok: true, value })
const bad = (message: string): { ok: false; message: string } => ({ ok: false, message })

/** Text of at most `max` characters, of this form if one is given. */
export const text = (max: number, pattern?: RegExp, hint = "格式不正确"): Field<string> => ({ text: raw }) => {
  const value = cleanText(raw)
  if (value.length > max) return bad(`最多 ${max} 个字`)
  if (/[<>\p{Cc}]/u.test(value)) return bad("不能含有尖括号或控制字符")
  return pattern && !pattern.test(value) ? bad(hint) : good(value)
}

/** Digits that may stand as text or as a number small enough to be exact, such as a phone or an account. */
export const digits = (pattern: RegExp, hint: string): Field<string> => (cell) => {
  const value = cleanText(cell.text).replace(/[\s-]/g, "")
  if (cell.kind === "number" && !/^\d{1,15}$/.test(value)) return bad("这一格是数字格式，后几位已失真；请设为文本后重新填写")
  return pattern.test(value) ? good(value) : bad(hint)
}

/** A resident ID number, normalised, on the business date `today`. */
export const idNumber = (today: string): Field<string> => (cell) => {
  if (cell.kind === "number") return bad("身份证号码是数字格式，后几位已失真；请设为文本后重新填写")
  const read = decideIdNumber(cell.text, today)
  return read.ok ? good(read.value) : bad(read.message)
}

/** An amount in yuan, to fen: exact, at most two decimals. */
export const yuan = ({ min_fen = 1, max_fen = 100_000_000 } = {}): Field<number> => (cell) => {
  const fen = cell.kind === "number" ? fenOfNumber(Number(cell.text)) : fenOfText(cleanText(cell.text).normalize("NFKC"))
  if (fen === null) return bad("金额应为数字，单位元，最多两位小数")
  if (fen < min_fen) return bad(`金额应不小于 ${min_fen / 100} 元`)
  return fen > max_fen ? bad(`金额应不超过 ${max_fen / 100} 元`) : good(fen)
}

/** Binary noise of a spreadsheet's own arithmetic is not a third decimal. */
function fenOfNumber(amount: number): number | null {
  const fen = Math.round(amount * 100)
  return Number.isSafeInteger(fen) && Math.abs(amount * 100 - fen) < 1e-6 ? fen : null
}

function fenOfText(amount: string): number | null {
  const [, whole, cents = ""] = /^[¥￥]?(\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.(\d{1,2}))?元?$/.exec(amount) ?? []
  return whole === undefined ? null : Number(whole.replace(/,/g, "")) * 100 + Number(cents.padEnd(2, "0"))
}

/** A business date, however it was typed: 2026-03-05, 2026/3/5, 2026年3月5日, 20260305 or a spreadsheet's own. */
export const day = ({ from = "2000-01-01", to }: { from?: string; to: string }): Field<string> => (cell) => {
  const value = dayOf(cell)
  if (value === null) return bad("日期不正确，请按 2026-03-05 的样子填写")
  if (value > to) return bad(`日期不能晚于 ${to}`)
  return value < from ? bad(`日期不能早于 ${from}`) : good(value)
}

function dayOf(cell: Cell): string | null {
  const value = cleanText(cell.text).normalize("NFKC")
  if (cell.kind === "number" && !/^\d{8}$/.test(value)) return dayOfSerial(Number(value), false)
  const [, year, month, date] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(value) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(value) ?? []
  if (!year || !month || !date) return null
  const written = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`
  const instant = Date.parse(`${written}T00:00:00Z`)
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(written) ? written : null
}

/** A whole number between `min` and `max`. */
export const whole = (min: number, max: number): Field<number> => ({ text: raw }) => {
  const value = Number(cleanText(raw))
  return Number.isInteger(value) && value >= min && value <= max ? good(value) : bad(`应为 ${min} 到 ${max} 的整数`)
}

/** One of these words. */
export const choice = <T extends string>(words: Readonly<Record<string, T>>): Field<T> => ({ text: raw }) => {
  const found = words[cleanText(raw)]
  return found === undefined ? bad(`请从这些中选填：${Object.keys(words).join("、")}`) : good(found)
}
