import { formatFen } from "@fupin/contract/money"
import type { UnitEntry } from "@fupin/contract/schemas"

export const BUDGET_PURPOSES = { delivery: "食堂食材", campaign: "工会慰问" } as const

/** What somebody said of the unit, as a sentence: 王老师 将 2026 年食堂食材预算由 500.00 元改为 900.00 元. */
export function entryText({ what, year, purpose, on_day, value, before, evidence, by }: UnitEntry): string {
  if (what === "second_signature") return `${by} ${value === 1 ? "要求验收须由第二人复核签字" : "取消验收的第二人复核"}`
  if (what === "headcount") return `${by} 登记 ${on_day} 工会会员 ${value} 人${before === null ? "" : `（原 ${before} 人）`}，依据：${evidence}`
  const budget = `${year} 年${purpose === null ? "" : BUDGET_PURPOSES[purpose]}预算`
  return before === null ? `${by} 登记 ${budget} ${formatFen(value)} 元` : `${by} 将 ${budget}由 ${formatFen(before)} 元${value < before ? "调低" : "调高"}为 ${formatFen(value)} 元`
}
