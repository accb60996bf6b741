import { type Decision, no, yes } from "@fupin/contract/codes"
import { readCsv } from "./csv"
import type { ResultLine } from "./plan-results"

const COLUMNS: Record<"reference" | "result" | "reason" | "amount", string[]> = {
  reference: ["凭号", "reference", "业务参考号"], result: ["结果", "result", "处理结果"], reason: ["原因", "reason", "失败原因"], amount: ["金额", "amount"],
}
const RESULTS: Record<string, ResultLine["result"]> = { 成功: "paid", paid: "paid", success: "paid", 失败: "failed", failed: "failed", 退票: "returned", returned: "returned" }

/** A text file as banks write it: UTF-8, with or without a mark, or GB 18030. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return new TextDecoder("gb18030").decode(bytes)
    throw error
  }
}

/** The results in a bank's return file: columns 凭号 and 结果, and 原因 and 金额 where it has them. Error: return_file_malformed, with the line. */
export function readReturnFile(text: string): Decision<ResultLine[], "return_file_malformed"> {
  const [head, ...records] = readCsv(text) ?? []
  if (!head) return no("return_file_malformed", "回盘文件是空的，或引号没有成对")
  const place = (column: keyof typeof COLUMNS) => head.fields.findIndex((text) => COLUMNS[column].includes(text.toLowerCase()))
  for (const column of ["reference", "result"] as const) if (place(column) === -1) return no("return_file_malformed", `回盘文件第一行没有“${COLUMNS[column][0]}”一列`)
  if (records.length === 0) return no("return_file_malformed", "回盘文件没有内容行")
  const lines: ResultLine[] = []
  for (const { line, fields } of records) {
    const [reference, said, amount] = [fields[place("reference")] ?? "", (fields[place("result")] ?? "").toLowerCase(), place("amount") === -1 ? null : (fields[place("amount")] ?? "")]
    const [result, amount_fen] = [RESULTS[said], amount === null || amount === "" ? null : fenOf(amount)]
    if (reference === "" || result === undefined) return no("return_file_malformed", `第 ${line} 行：缺少凭号，或结果不是“成功”“失败”“退票”`)
    if (amount_fen === undefined) return no("return_file_malformed", `第 ${line} 行：金额“${amount!.slice(0, 20)}”不是数字`)
    lines.push({ line, reference, amount_fen, result, reason: (fields[place("reason")] ?? "").slice(0, 200) })
  }
  return yes(lines)
}

/** 1,234.50 → 123450 */
function fenOf(yuan: string): number | undefined {
  const [, whole, part = ""] = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(yuan.replaceAll(",", "")) ?? []
  return whole === undefined ? undefined : Number(whole) * 100 + Number(part.padEnd(2, "0"))
}
