import { allowed } from "@fupin/access"
import { writeCsv } from "../domain/settlement/csv"
import { decodeText, readReturnFile } from "../domain/settlement/return-file"
import { escapeCell } from "../papers/sheet"
import type { PayoutProvider } from "./provider"

const HEADINGS = ["序号", "收款人", "账号", "金额", "用途", "凭号"]
/** Without it, spreadsheet programs take UTF-8 for something else. */
const MARK = "\ufeff"

/** 银行代发: a CSV file for the bank, and the bank's return file. */
export const bankBatch: PayoutProvider = {
  method: "bank",
  shows: ["name", "bank_account"],
  async write({ number, batch, period, lines }) {
    const rows = lines.map(({ payee_name, account, amount_fen, reference }, index) =>
      [String(index + 1), escapeCell(payee_name), account ?? "", (amount_fen / 100).toFixed(2), `消费帮扶受益 ${period}`, reference])
    return { filename: `银行代发-${number}-${batch}.csv`, mime: "text/csv; charset=utf-8", content: Buffer.from(MARK + writeCsv([HEADINGS, ...rows])) }
  },
  readResults: (content) => allowed(readReturnFile(decodeText(content))),
}
