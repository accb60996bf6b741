import { regionContains } from "@fupin/access/domain/decide-staff"
import type { Pair } from "@fupin/contract/schemas"
import { forecastOf } from "../spending/plan-progress"

export interface PairTerms {
  helped_code: string
  since: string
  ended_on: string | null
  targets: readonly { year: number; target_fen: number }[]
}

/** What one organisation paid on one day for goods of one origin. */
export interface PaidOnDay {
  organisation_id: string
  /** A business day. */
  on: string
  origin_code: string | null
  amount_fen: number
}

/** What is ordered but unpaid is not told by origin: the forecast is the year's pace alone. */
const NOTHING_AHEAD = { ordered_fen: 0, coming_fen: 0 }

type Measured = Pick<Pair, "target_fen" | "paid_fen" | "forecast_fen" | "last_year_fen" | "months" | "state"> & { units: { id: string; paid_fen: number }[] }

/**
 * How far a pair is in a year: what its paying side paid for goods of the division that is helped (R29), on days on which the pair was in force.
 * `paid` is the paying side's alone, with who counts for it; goods of unknown origin count nowhere.
 */
export function measurePair({ helped_code, since, ended_on, targets }: PairTerms, paid: readonly PaidOnDay[], year: number, today: string): Measured {
  const isInForce = (on: string) => on >= since && (ended_on === null || on <= ended_on)
  const counted = paid.filter(({ on, origin_code }) => isInForce(on) && origin_code !== null && regionContains(helped_code, origin_code))
  const inYear = (of: number) => counted.filter(({ on }) => on.startsWith(String(of)))
  const months = Array.from({ length: 12 }, (_, index) => sum(inYear(year).filter(({ on }) => Number(on.slice(5, 7)) === index + 1)))
  const paid_fen = months.reduce((total, fen) => total + fen, 0)
  const target_fen = targets.find((target) => target.year === year)?.target_fen ?? null
  const forecast_fen = forecastOf(paid_fen, year, today, NOTHING_AHEAD)
  const ids = [...new Set(inYear(year).map(({ organisation_id }) => organisation_id))]
  const units = ids.map((id) => ({ id, paid_fen: sum(inYear(year).filter(({ organisation_id }) => organisation_id === id)) })).sort((a, b) => b.paid_fen - a.paid_fen || (a.id < b.id ? -1 : 1))
  return { target_fen, paid_fen, forecast_fen, last_year_fen: sum(inYear(year - 1)), months, units, state: stateOf(target_fen, paid_fen, forecast_fen) }
}

function stateOf(target_fen: number | null, paid_fen: number, forecast_fen: number): Measured["state"] {
  if (target_fen === null) return "no_target"
  if (paid_fen >= target_fen) return "met"
  return forecast_fen >= target_fen ? "on_track" : "behind"
}

const sum = (rows: readonly { amount_fen: number }[]): number => rows.reduce((total, { amount_fen }) => total + amount_fen, 0)
