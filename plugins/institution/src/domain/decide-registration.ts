import { type Decision, no, yes } from "@fupin/contract/codes"

const MOST_OPEN = 3

/** Whether a person may register a unit: one that is known only again by who registered it, and never many that nobody verified yet. Errors: organisation_known, too_many_registrations. */
export function decideRegistration(held: { is_mine: boolean } | null, open: number): Decision<"new" | "again", "organisation_known" | "too_many_registrations"> {
  if (held) return held.is_mine ? yes("again") : no("organisation_known")
  return open < MOST_OPEN ? yes("new") : no("too_many_registrations")
}
