import type { Indicator, Metric, MetricFigure } from "@fupin/contract/schemas"

const WHOLE = 10_000

/** How much of a target is reached, in basis points, cut off downwards: what is not there is not counted. */
export function completionOf(value: number, target: number | null): number | null {
  return target === null || target <= 0 ? null : Math.max(0, Math.floor((value * WHOLE) / target))
}

/** Weights that do not make 100, or a metric twice, make no scorecard. */
export function isScorecard(indicators: readonly Indicator[]): boolean {
  const metrics = new Set(indicators.map(({ metric }) => metric))
  return metrics.size === indicators.length && indicators.reduce((sum, { weight }) => sum + weight, 0) === 100
}

type Figures = Partial<Record<Metric, MetricFigure>>

/**
 * Points in hundredths: each indicator gives its weight in proportion to what is reached, and no more. What a unit has no figure or no target for
 * gives nothing: a unit without a plan is not ahead of one that has it.
 */
export function scoreOf(indicators: readonly Indicator[], figures: Figures): number {
  return indicators.reduce((sum, { metric, weight, full }) => {
    const figure = figures[metric]
    const reached = figure ? completionOf(figure.value, full === "target" ? figure.target : full) : null
    return sum + Math.floor((weight * Math.min(WHOLE, reached ?? 0)) / 100)
  }, 0)
}

/** Ranks from the highest score; equal scores share one, and the next is left out. */
export function ranksOf(scores: readonly number[]): number[] {
  return scores.map((score) => 1 + scores.filter((other) => other > score).length)
}
