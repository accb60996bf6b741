import { growthBp, METRIC_NAMES, percentOf as percent } from "@fupin/contract/metrics"
import type { Performance, UnitPerformance } from "@fupin/contract/schemas"
import type { TablePaper } from "./render-document"
import type { Cells } from "./sheet"

const points = (score: number | null) => (score === null ? "—" : (score / 100).toFixed(2))

/** 通报 (R63): units by rank, what they reached beside their plan and the year before. Regions and buying units stand apart. */
export function bulletinPaper({ year, as_of, indicators, units }: Performance): TablePaper {
  const weights = indicators.map(({ metric, weight, full }) => `${METRIC_NAMES[metric]} ${weight} 分（${full === "target" ? "完成年度目标得满分" : metric === "punctual" ? `达到 ${percent(full)} 得满分` : metric === "households" ? `达到 ${full} 户得满分` : `达到 ${(full / 100).toFixed(2)} 元得满分`}）`)
  return {
    name: "通报",
    notes: [`统计期间：${year} 年，截至 ${as_of}`, "金额单位：元；受益金额按填报期间归入年度，销售额、采购额按付款日期归入年度，均已减去冲回和退款",
      weights.length > 0 ? `计分：${weights.join("；")}` : "本区划本年度没有设定计分办法，不计分、不排名"],
    columns: [
      { heading: "名次", width: 7, kind: "text" }, { heading: "单位", width: 22, kind: "wide_text" }, { heading: "受益金额", width: 14, kind: "money" }, { heading: "目标", width: 14, kind: "money" },
      { heading: "完成率", width: 9, kind: "text" }, { heading: "同比", width: 9, kind: "text" }, { heading: "受益户数", width: 9, kind: "text" }, { heading: "销售额或采购额", width: 15, kind: "money" },
      { heading: "完成率", width: 9, kind: "text" }, { heading: "按期填报", width: 9, kind: "text" }, { heading: "得分", width: 9, kind: "text" },
    ],
    rows: units.filter(({ kind }) => kind !== "organisation").map(cells),
    ending: { apart: apartOf(units.filter(({ kind }) => kind === "organisation")), foot: [] },
    places: [{ label: "发布单位（盖章）" }, { label: "签发人" }, { label: "日期" }],
  }
}

const apartOf = (units: UnitPerformance[]) => (units.length > 0 ? [{ heading: "采购单位、工会", rows: units.map(cells) }] : [])

function cells({ rank, unit_name, figures, score }: UnitPerformance): Cells {
  const { benefit, households, punctual } = figures
  const traded = figures.sales ?? figures.purchases
  return [
    rank === null ? "—" : String(rank), unit_name, benefit?.value ?? 0, benefit?.target ?? null, percent(benefit?.completion_bp ?? null), benefit ? percent(growthBp(benefit)) : "—",
    households ? String(households.value) : "—", traded?.value ?? 0, percent(traded?.completion_bp ?? null), percent(punctual?.value ?? null), points(score),
  ]
}
