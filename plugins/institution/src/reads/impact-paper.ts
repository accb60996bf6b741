import type { TablePaper } from "@fupin/benefit/papers/render-document"
import { PURCHASE_REASONS } from "@fupin/contract/codes"
import type { UnitImpact } from "@fupin/contract/schemas"

type ImpactPaper = TablePaper & { foot: { rows_fen: number; collectives_fen: number; balanced: boolean } }
type Stages = Pick<UnitImpact, "provisional_fen" | "payable_fen" | "settled_fen" | "total_fen">

/** 年度帮扶证明: by the towns where households live, never nearer, and what it rests on. Balanced when its rows are the ledger's sum. */
export function impactPaper({ organisation_name, year, as_of, places, households, orders, paid_fen, reasons, given, suspense_fen, seal, ...sum }: UnitImpact): ImpactPaper {
  const cells = ({ provisional_fen, payable_fen, settled_fen, total_fen }: Stages) => [provisional_fen, payable_fen, settled_fen, total_fen]
  const rows = places.map(({ place, households: count, ...stages }) => [place, String(count), ...cells(stages)])
  const named = places.reduce((fen, { total_fen }) => fen + total_fen, 0)
  return {
    name: "帮扶证明",
    notes: [
      `兹证明：${organisation_name}${year} 年（截至 ${as_of}）经扶贫馆采购帮扶产品，已付货款 ${(paid_fen / 100).toFixed(2)} 元，${orders} 个订单惠及 ${households} 户农户（含村集体）。${partsText(reasons.map(({ reason, paid_fen: fen }) => [PURCHASE_REASONS[reason], fen]))}${partsText(given.map(({ name, paid_fen: fen }) => [`捐给${name}`, fen]))}`,
      "金额单位：元；受益金额取自农户受益台账，已减去冲回和退款。预提：已付款；应付：已验收；已兑付：已付到农户。户数按乡镇列示，不列个人。",
      seal ? `台账封存至第 ${seal.height} 区块（${seal.sealed_at.slice(0, 10)}），区块哈希 ${seal.hash}；可凭本证明编号在“验真”页核对，封存链可用公开工具独立验证。` : "部分凭证尚待封存；可凭本证明编号在“验真”页核对。",
    ],
    columns: [
      { heading: "受益地", width: 30, kind: "wide_text" }, { heading: "户数", width: 10, kind: "text" }, { heading: "预提", width: 15, kind: "money" }, { heading: "应付", width: 15, kind: "money" },
      { heading: "已兑付", width: 15, kind: "money" }, { heading: "合计", width: 15, kind: "money" },
    ],
    rows: [...rows, ...(suspense_fen === 0 ? [] : [["待明确农户", "—", null, null, null, suspense_fen]]), ["合计", String(households), ...cells(sum)]],
    ending: { apart: [], foot: [], in_words: { label: "受益金额（大写）", fen: sum.total_fen } },
    places: [{ label: "出具单位（盖章）" }, { label: "经办人" }, { label: "日期" }],
    foot: { rows_fen: sum.total_fen, collectives_fen: 0, balanced: named + suspense_fen === sum.total_fen },
  }
}

/** What of the payments was for a stated reason (R26), or for goods given away. */
function partsText(parts: [string, number][]): string {
  return parts.length === 0 ? "" : `已付货款中${parts.map(([name, fen]) => `${name} ${(fen / 100).toFixed(2)} 元`).join("，")}。`
}
