import { PassThrough } from "node:stream"
import { buffer } from "node:stream/consumers"
import type { Sheet } from "../papers/sheet"
import { writeWorkbook } from "../papers/xlsx"
import type { PayoutOrder, PayoutProvider } from "./provider"

/** 现金领款: a list to be signed by those who receive, and scanned. */
export const cashList: PayoutProvider = {
  method: "cash",
  shows: ["name"],
  async write(order) {
    const sink = new PassThrough()
    const [content] = await Promise.all([buffer(sink), writeWorkbook(cashSheet(order), sink)])
    return { filename: `领款表-${order.number}-${order.batch}.xlsx`, mime: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", content }
  },
  readResults: null,
}

function cashSheet({ number, batch, period, region_name, lines }: PayoutOrder): Sheet {
  const fen = lines.reduce((sum, { amount_fen }) => sum + amount_fen, 0)
  return {
    name: "领款表",
    title: "消费帮扶受益领款表",
    notes: [`${region_name}　期间 ${period}　批次 ${number}-${batch}`, "金额单位：元；领款人本人签字并按手印，代领须附委托书"],
    columns: [
      { heading: "序号", width: 7, kind: "text" }, { heading: "领款人", width: 16, kind: "text" }, { heading: "住址", width: 30, kind: "wide_text" }, { heading: "金额", width: 14, kind: "money" },
      { heading: "领款人签字", width: 22, kind: "text" }, { heading: "凭号", width: 20, kind: "text" },
    ],
    rows: lines.map(({ payee_name, place, amount_fen, reference }, index) => [String(index + 1), payee_name, place, amount_fen, "", reference]),
    ending: () => ({ apart: [], foot: [{ label: "合计", fen }], in_words: { label: "合计（大写）", fen } }),
    places: [{ label: "经办人" }, { label: "监督人" }, { label: "发放日期" }],
  }
}
