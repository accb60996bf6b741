import type { Metric, MetricFigure } from "./schemas/performance.js"

/** What units are looked at by (R63–R65), as people read it. */
export const METRIC_NAMES: Record<Metric, string> = { benefit: "受益金额", households: "受益户数", sales: "产地销售额", purchases: "采购额", punctual: "按期填报率" }

/** Basis points as a percentage with one decimal; a dash where there is none. */
export const percentOf = (bp: number | null): string => (bp === null ? "—" : `${(bp / 100).toFixed(1)}%`)

/** By how much more or less than the year before, in basis points; null where that year had nothing. */
export function growthBp({ value, last_year }: Pick<MetricFigure, "value" | "last_year">): number | null {
  return last_year === null || last_year <= 0 ? null : Math.round(((value - last_year) * 10_000) / last_year)
}
