import type { Evidence } from "@fupin/contract/schemas"
import { type Dress, officialPlaces, rowsOf, unitNotes } from "./dress"
import type { Sheet } from "./sheet"

export interface EvidenceSource {
  head: Pick<Evidence, "title" | "from" | "to">
  pages: Iterable<Evidence["rows"]> | AsyncIterable<Evidence["rows"]>
  ending: () => Pick<Evidence, "foot"> | Promise<Pick<Evidence, "foot">>
}

/** 附件2 消费扶贫证明材料 as it is printed: exactly the eight columns of the form. Quantities are never totalled. */
export function evidenceSheet({ head, pages, ending }: EvidenceSource, dress: Dress = {}): Sheet {
  return {
    name: "附件2",
    title: dress.title ?? head.title,
    notes: [...unitNotes(dress), `填报期间：${head.from} 至 ${head.to}`, "金额单位：元；金额为实付货款（含税、优惠后、不含运费）；退款以负数列示并注明原款项"],
    columns: [
      { heading: "序号", width: 7, kind: "text" }, { heading: "产品名称", width: 24, kind: "wide_text" }, { heading: "卖方", width: 24, kind: "wide_text" },
      { heading: "买方", width: 24, kind: "wide_text" }, { heading: "数量", width: 16, kind: "text" }, { heading: "金额", width: 14, kind: "money" },
      { heading: "交易时间", width: 13, kind: "text" }, { heading: "备注", width: 34, kind: "wide_text" },
    ],
    rows: rowsOf(pages, ({ serial, product, seller, buyer, quantity, amount_fen, traded_at, remarks }) => [serial, product, seller, buyer, quantity, amount_fen, traded_at, remarks]),
    ending: async () => {
      const { foot } = await ending()
      return { apart: [], foot: [{ label: "合计", fen: foot.rows_fen }], in_words: { label: "合计（大写）", fen: foot.rows_fen } }
    },
    places: officialPlaces(dress),
    document: dress.document,
  }
}
