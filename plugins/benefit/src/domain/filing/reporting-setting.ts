import { type Decision, no, yes } from "@fupin/contract/codes"
import { type CutOff, decidePeriod, DEFAULT_CUT_OFF, periodAfter, type PeriodBounds } from "../period"
import { regionPrefix } from "../place"

/** What a region wants from a period on; what it wanted before stays so for the periods before. */
export interface ReportingSetting extends CutOff {
  region_code: string
  /** First period it holds for. */
  valid_from: string
  /** Which stage 附件1 counts: what became payable, or what was paid out. */
  stage: "payable" | "settled"
}

export type Terms = CutOff & Pick<ReportingSetting, "stage">
export const DEFAULT_TERMS: Terms = { ...DEFAULT_CUT_OFF, stage: "payable" }

/** The terms of a region in a period: its own or those of the nearest division above it, the newest that hold by then. */
export function termsOf(settings: ReportingSetting[], region_code: string, period: string): Terms {
  const held = settings
    .filter((setting) => setting.valid_from <= period && region_code.startsWith(regionPrefix(setting.region_code)))
    .sort((a, b) => regionPrefix(b.region_code).length - regionPrefix(a.region_code).length || (a.valid_from < b.valid_from ? 1 : -1))
  return held[0] ?? DEFAULT_TERMS
}

/** First and last moment of a period in a region, by the cut-offs of that period and of the one before it. Error: invalid_period. */
export function decideRegionPeriod(settings: ReportingSetting[], region_code: string, period: string): Decision<PeriodBounds, "invalid_period"> {
  const own = termsOf(settings, region_code, period)
  return /^\d{4}-\d{2}$/.test(period) ? decidePeriod(period, own, termsOf(settings, region_code, periodAfter(period, -1))) : no("invalid_period")
}

/** The periods that a unit must file by now: from its first to the one that runs now or the last it filed, oldest first. */
export function periodsUpTo(settings: ReportingSetting[], unit: { region_code: string; since: string; until: string | null }, now: Date): string[] {
  const periods: string[] = []
  for (let period = unit.since; unit.until === null || period <= unit.until; period = periodAfter(period, 1)) {
    const bounds = decideRegionPeriod(settings, unit.region_code, period)
    if (!bounds.ok || bounds.value.from > now) break
    periods.push(period)
  }
  return periods
}

/**
 * May these terms hold from `valid_from` on? Not where a period of the region has ended or was filed already: past periods keep theirs.
 * `last_begun`: the newest such period; null before the first. Error: setting_touches_past.
 */
export function decideSetting(setting: Pick<ReportingSetting, "valid_from">, last_begun: string | null): Decision<true, "setting_touches_past"> {
  return last_begun !== null && setting.valid_from <= last_begun ? no("setting_touches_past") : yes(true)
}
