import type { Sheet } from "@fupin/benefit/papers/sheet"
import { formatFen } from "@fupin/contract/money"
import type { PaidItem, PlanProgress } from "@fupin/contract/schemas"

const SOURCES = { canteen: "食堂经费", union: "工会经费", personal: "干部职工个人" } as const
const PLATFORMS = { here: "扶贫馆", platform_832: "832平台", other: "其他渠道" } as const

/** 年度采购明细 of one plan for print: every payment that counts, by the day it was paid, and the sums they come to. */
export function yearSheet({ title, year, basis, target_fen, paid_fen, gap_fen, given_fen, items }: PlanProgress, organisationName: string, asOf: string, displayIds: ReadonlyMap<string, number>): Sheet {
  const rows = [...items].sort((one, other) => (one.on + one.id < other.on + other.id ? -1 : 1))
  const sumOf = (wanted: (item: PaidItem) => boolean) => rows.filter(wanted).reduce((sum, { amount_fen }) => sum + amount_fen, 0)
  const parts = (["canteen", "union", "personal"] as const).map((source) => ({ label: `其中：${SOURCES[source]}`, fen: sumOf((item) => item.source === source) })).filter(({ fen }) => fen !== 0)
  return {
    name: "年度采购明细", title: `${organisationName} ${year} 年${title}`,
    notes: [
      `统计期间：${year}-01-01 至 ${year}-12-31（截至 ${asOf}），按付款日期归入年度；未付款的订单不计入`, `依据：${basis}`,
      target_fen === null ? "本计划不考核金额" : `目标 ${formatFen(target_fen)} 元，已付款 ${formatFen(paid_fen)} 元，${gap_fen > 0 ? `还差 ${formatFen(gap_fen)} 元` : "已完成"}`, `金额含税，不含运费；退款以负数列示。平台外采购均有凭证并经核对。${given_fen === 0 ? "" : `另有爱心捐赠已付 ${formatFen(given_fen)} 元，货物没有进本单位食堂，不计入。`}`,
    ],
    columns: [
      { heading: "序号", width: 6, kind: "text" }, { heading: "付款日期", width: 12, kind: "text" }, { heading: "商品和数量", width: 28, kind: "wide_text" }, { heading: "卖方", width: 24, kind: "wide_text" },
      { heading: "采购单位", width: 20, kind: "wide_text" }, { heading: "渠道与订单", width: 14, kind: "text" }, { heading: "经费", width: 12, kind: "text" }, { heading: "金额", width: 14, kind: "money" },
    ],
    rows: rows.map((item, index) => [index + 1, item.on, `${item.title}${item.given_to === null ? "" : `（捐给${item.given_to}）`}`, item.seller || "扶贫馆自营", item.organisation_name, channelOf(item, displayIds), SOURCES[item.source], item.amount_fen]),
    ending: () => ({ apart: [], foot: [{ label: "合计", fen: sumOf(() => true) }, ...parts], in_words: { label: "合计（大写）", fen: sumOf(() => true) } }),
    places: [{ label: "采购单位（盖章）" }, { label: "经办人" }, { label: "日期" }],
  }
}

function channelOf({ platform, order_id }: PaidItem, displayIds: ReadonlyMap<string, number>): string {
  const number = order_id === null ? undefined : displayIds.get(order_id)
  return number === undefined ? PLATFORMS[platform] : `${PLATFORMS[platform]} FP${String(number).padStart(6, "0")}`
}
