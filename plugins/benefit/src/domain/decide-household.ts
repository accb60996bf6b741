import { decideRegion } from "@fupin/access/domain/decide-staff"
import { type Decision, no, yes } from "@fupin/contract/codes"
import type { HouseholdStatus } from "@fupin/contract/schemas"
import { holdsNumber } from "./people/numbers"

export interface Status {
  status: HouseholdStatus
  valid_from: string
  valid_to: string | null
}

/** Each status ends after it began and does not overlap itself. Dates are business dates. Error: invalid_dates. */
export function decideStatuses(statuses: Status[]): Decision<Status[], "invalid_dates"> {
  const sorted = [...statuses].sort((a, b) => a.status.localeCompare(b.status) || a.valid_from.localeCompare(b.valid_from))
  const wrong = sorted.some(({ status, valid_from, valid_to }, place) => {
    const next = sorted[place + 1]
    if (valid_to !== null && valid_to <= valid_from) return true
    return next?.status === status && (valid_to === null || next.valid_from < valid_to)
  })
  return wrong ? no("invalid_dates") : yes(sorted)
}

/** Personal data is shown in clear only for a reason that says something, and holds none of it. Errors: reason_required, reason_holds_number. */
export function decideReason(reason: string): Decision<string, "reason_required" | "reason_holds_number"> {
  const said = reason.trim()
  if (holdsNumber(said)) return no("reason_holds_number")
  return Array.from(said).length >= 4 ? yes(said) : no("reason_required")
}

/** Where the one who saves may write; `only` narrows a save to a new code, or to the household already known by its id. */
export interface SaveScope {
  regions: string[]
  today: string
  /** Who saves, for the record of consents. */
  actor_id?: string
  only?: { new: true } | { id: string }
}

/**
 * May this code, now held by `held` or by nobody, be saved in the village `region_code`?
 * Errors: household_code_taken, not_in_your_region.
 */
export function decideSave(held: { id: string; region_code: string } | null, region_code: string, scope: SaveScope): Decision<true, "household_code_taken" | "not_in_your_region"> {
  if (scope.only && "new" in scope.only && held) return no("household_code_taken")
  if (scope.only && "id" in scope.only && held?.id !== scope.only.id) return no("household_code_taken")
  const touched = held ? [held.region_code, region_code] : [region_code]
  return touched.every((region) => decideRegion(region, scope.regions).ok) ? yes(true) : no("not_in_your_region")
}

/**
 * May personal data of this household be shown in clear? Answers the reason. While an erasure is asked for only statutory papers show it.
 * Errors: not_in_your_region, household_restricted, reason_required.
 */
export function decideReveal(household: { region_code: string; restricted_at: Date | null }, regions: string[], reason: string): Decision<string, "not_in_your_region" | "household_restricted" | "reason_required" | "reason_holds_number"> {
  const region = decideRegion(household.region_code, regions)
  if (!region.ok) return region
  return household.restricted_at === null ? decideReason(reason) : no("household_restricted")
}
