import type { Metric, MetricFigure } from "@fupin/contract/schemas"
import { yuan } from "../../lib/labels"

export const METRIC: Record<Metric, string> = { benefit: "受益金额", households: "受益户数", sales: "产地销售额", purchases: "采购额", punctual: "按期填报率" }
export const percent = (bp: number | null) => (bp === null ? "—" : `${(bp / 100).toFixed(1)}%`)

/** A figure as people read it: money, households, a share. */
export function shown(metric: Metric, value: number): string {
  if (metric === "punctual") return percent(value)
  return metric === "households" ? `${value} 户` : yuan(value)
}

/** What somebody types for it: yuan, households, percent. */
export const typed = (metric: Metric, amount: number) => String(metric === "households" ? amount : amount / 100)
export const amountOf = (metric: Metric, text: string) => Math.round(Number(text) * (metric === "households" ? 1 : 100))

/** By how much more or less than the year before, in basis points. */
export const growthOf = ({ value, last_year }: MetricFigure) => (last_year === null || last_year <= 0 ? null : Math.round(((value - last_year) * 10_000) / last_year))
