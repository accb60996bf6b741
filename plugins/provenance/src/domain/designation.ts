import { type Decision, no, yes } from "@fupin/contract/codes"
import type { DesignationStatus } from "@fupin/contract/schemas"
import { holdsAt, type Span } from "./moment"

export interface DesignationFacts extends Span {
  number: string
  status: DesignationStatus
  valid_to: Date
}

/** Why a designation does not count at `now`, or null when it does. A staff decision weighs more than the calendar. */
export function whyInvalid(designation: Span & { status: DesignationStatus }, now: Date): "not_yet" | "expired" | "suspended" | "withdrawn" | null {
  if (designation.status !== "published") return designation.status
  if (holdsAt(designation, now)) return null
  return now < designation.valid_from ? "not_yet" : "expired"
}

/** The designation whose badge a product shows at `now` (R17, invariant 8): of the valid ones the longest; null when none is. */
export function decideBadge<T extends DesignationFacts>(designations: readonly T[], now: Date): T | null {
  const valid = designations.filter((designation) => whyInvalid(designation, now) === null)
  return valid.reduce<T | null>((best, one) => (best === null || one.valid_to > best.valid_to ? one : best), null)
}

/**
 * Whether products may be sold at `now`: one that was ever designated needs a valid designation, one that never was is
 * sold without a badge. Error: designation_expired.
 */
export function decideSale(designations: readonly (DesignationFacts & { product_id: string })[], now: Date): Decision<true, "designation_expired"> {
  const begun = designations.filter(({ valid_from }) => valid_from <= now)
  const badged = new Set(begun.filter((one) => whyInvalid(one, now) === null).map(({ product_id }) => product_id))
  if (begun.some(({ product_id }) => !badged.has(product_id))) return no("designation_expired")
  return yes(true)
}
