import { cleanText, headingOf } from "@fupin/benefit/domain/intake/cell"
import { type CsvRecord, readCsv } from "@fupin/benefit/domain/settlement/csv"
import { type Decision, no, yes } from "@fupin/contract/codes"

export interface BankLine {
  /** From 1, as people see it. */
  line: number
  received_on: string
  amount_fen: number
  payer: string
  reference: string
  memo: string
}

export interface BankFile {
  rows: BankLine[]
  /** Rows of money that went out. */
  passed_over: number
  faults: { line: number; message: string }[]
}

/** What banks call the columns; brackets such as （元） do not matter. */
const HEADINGS = {
  date: ["交易日期", "入账日期", "记账日期", "交易时间", "交易日", "日期", "入账时间"],
  reference: ["流水号", "交易流水号", "交易流水", "银行流水号", "凭证号", "凭证号码", "业务编号", "交易序号", "核心流水号"],
  credit: ["收入金额", "贷方发生额", "贷方金额", "收入", "贷方", "入账金额", "转入金额"],
  amount: ["交易金额", "发生额", "金额"],
  direction: ["借贷标志", "借贷", "收支", "收支方向", "借/贷"],
  payer: ["对方户名", "对方名称", "付款方名称", "付款人名称", "付款人", "对方账户名称", "对方单位", "交易对手名称"],
  memo: ["附言", "摘要", "用途", "备注", "交易附言", "交易摘要"],
} as const
type Column = keyof typeof HEADINGS
type Places = Record<Column, number[]>

/** Above the table banks print account and period. */
const BANNER_LINES = 30
const MAX_ROWS = 5_000

/** The text of a CSV that a bank wrote: UTF-8, with or without a mark, or GBK. Error: bank_file_encoding. */
export function decodeBankFile(bytes: Uint8Array): Decision<{ text: string; encoding: "utf-8" | "gbk" }, "bank_file_encoding"> {
  if (bytes.includes(0)) return no("bank_file_encoding")
  for (const [label, encoding] of [["utf-8", "utf-8"], ["gb18030", "gbk"]] as const) {
    const text = decoded(bytes, label)
    if (text !== null) return /[\p{Co}\ufffd\x80-\x9f]/u.test(text) ? no("bank_file_encoding") : yes({ text, encoding })
  }
  return no("bank_file_encoding")
}

/** The receipts in a bank's CSV, its columns found by their headings below any banner. Errors: bank_file_columns, bank_file_empty. */
export function readBankFile(text: string): Decision<BankFile, "bank_file_columns" | "bank_file_empty"> {
  const records = readCsv(commas(text.replaceAll('"\t', '"')))
  if (records === null) return no("bank_file_columns", "文件里的引号没有成对，请重新导出")
  const top = records.slice(0, BANNER_LINES).findIndex((record) => isHeading(placesOf(record)))
  if (top === -1) return no("bank_file_columns")
  const body = records.slice(top + 1)
  if (body.length === 0) return no("bank_file_empty")
  if (body.length > MAX_ROWS) return no("bank_file_empty", `一个文件最多 ${MAX_ROWS} 行，请分成几个文件`)
  return yes(readRows(body, placesOf(records[top]!)))
}

function readRows(body: CsvRecord[], places: Places): BankFile {
  const file: BankFile = { rows: [], passed_over: 0, faults: [] }
  const lines = new Map<string, number>()
  for (const record of body) {
    if (/^(合计|总计|小计|本页)/.test(record.fields[0] ?? "")) continue
    const row = readRow(record, places)
    if (row === null) file.passed_over++
    else if ("message" in row) file.faults.push(row)
    else if (lines.has(row.reference)) file.faults.push({ line: row.line, message: `流水号与第 ${lines.get(row.reference)} 行重复` })
    else {
      lines.set(row.reference, row.line)
      file.rows.push(row)
    }
  }
  return file
}

/** Null where money went out. */
function readRow({ line, fields }: CsvRecord, places: Places): BankLine | { line: number; message: string } | null {
  const said = (column: Column) => [...new Set(places[column].map((place) => cleanText(fields[place] ?? "").replace(/^[=']+"?|"$/g, "")).filter(Boolean))].join(" ")
  const credit = said("credit") || (/^(贷|收|c|入|转入|收入)/i.test(said("direction")) ? said("amount") : places.direction.length === 0 ? said("amount") : "")
  if (credit === "" || /^[0.]+$/.test(credit) || (places.direction.length === 0 && places.credit.length === 0 && credit.startsWith("-"))) return null
  const amount_fen = fenOf(credit)
  if (amount_fen === null) return { line, message: `金额“${credit.slice(0, 20)}”应为正数，最多两位小数；冲正请人工处理` }
  const received_on = dayOf(said("date"))
  if (received_on === null) return { line, message: `日期“${said("date").slice(0, 20)}”看不懂，应为 2026-11-22 或 20261122` }
  const reference = said("reference").replace(/\s/g, "")
  if (/^\d(\.\d+)?E\+\d+$/i.test(reference)) return { line, message: "流水号被表格软件改成了科学计数，请直接导入网银导出的原文件" }
  if (!/^[0-9A-Za-z_./-]{2,60}$/.test(reference)) return { line, message: reference === "" ? "没有流水号" : `流水号“${reference.slice(0, 20)}”不正确` }
  return { line, received_on, amount_fen, payer: said("payer").slice(0, 120), reference, memo: said("memo").slice(0, 300) }
}

function placesOf({ fields }: CsvRecord): Places {
  const headings = fields.map((text) => headingOf(text.replace(/^\ufeff/, "")))
  const found = Object.entries(HEADINGS).map(([column, names]) => [column, headings.flatMap((heading, place) => ((names as readonly string[]).includes(heading) ? [place] : []))])
  return Object.fromEntries(found)
}

const isHeading = ({ date, reference, credit, amount, payer }: Places): boolean =>
  date.length > 0 && reference.length > 0 && payer.length > 0 && credit.length + amount.length > 0

/** Some banks part columns by tabs and thousands by commas. */
function commas(text: string): string {
  const heading = text.split(/\r?\n/, BANNER_LINES).find((line) => /流水|凭证号|业务编号|交易序号/.test(line) && /户名|名称|付款人|单位/.test(line)) ?? ""
  return heading.includes("\t") && !heading.includes(",") ? text.replaceAll(",", "").replaceAll("\t", ",") : text
}

/** ￥1,234.50 → 123450 */
function fenOf(text: string): number | null {
  const [, whole, part = ""] = /^[¥￥+]?(\d{1,11})(?:\.(\d{1,2})0*)?$/.exec(text.normalize("NFKC").replaceAll(",", "").replace(/^¥/, "")) ?? []
  const fen = whole === undefined ? 0 : Number(whole) * 100 + Number(part.padEnd(2, "0"))
  return fen > 0 ? fen : null
}

function dayOf(text: string): string | null {
  const [, year, month, day] = /^(20\d{2})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?:\D.*)?$/.exec(text) ?? []
  if (!year || !month || !day) return null
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`
  const read = new Date(`${date}T00:00:00Z`)
  return Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== date ? null : date
}

function decoded(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}
