import { percentOf } from "@fupin/contract/metrics"
import type { Metric } from "@fupin/contract/schemas"
import { yuan } from "../../lib/labels"

/** A figure as people read it: money, households, a share. */
export function shown(metric: Metric, value: number): string {
  if (metric === "punctual") return percentOf(value)
  return metric === "households" ? `${value} 户` : yuan(value)
}

/** What somebody types for it: yuan, households, percent. */
export const typed = (metric: Metric, amount: number) => String(metric === "households" ? amount : amount / 100)
export const amountOf = (metric: Metric, text: string) => Math.round(Number(text) * (metric === "households" ? 1 : 100))
