import { type Decision, no, yes } from "@fupin/contract/codes"

const MOST_OPEN = 3

/** Whether a person may register a unit: one that is known only again by who registered it, and never many that nobody verified yet. Errors: organisation_known, too_many_registrations. */
export function decideRegistration(held: { is_mine: boolean } | null, open: number): Decision<"new" | "again", "organisation_known" | "too_many_registrations"> {
  if (held) return held.is_mine ? yes("again") : no("organisation_known")
  return open < MOST_OPEN ? yes("new") : no("too_many_registrations")
}

interface Checked {
  verified_at: Date | null
  refused_at: Date | null
}

/** Staff refuse what waits for them: a unit's registration or a person's. Errors: already_verified, already_refused. */
export function decideRefusal({ verified_at, refused_at }: Checked): Decision<true, "already_verified" | "already_refused"> {
  if (verified_at !== null) return no("already_verified")
  return refused_at === null ? yes(true) : no("already_refused")
}

/** What somebody may put before staff again: the unit by who registered it, and where it was refused; the person wherever one of their roles was. Error: not_refused. */
export function decideApplyAgain(unit: Checked, own: readonly Checked[], { is_registrant, says_unit }: { is_registrant: boolean; says_unit: boolean }): Decision<{ unit: boolean }, "not_refused"> {
  const ofUnit = is_registrant && unit.refused_at !== null && unit.verified_at === null
  if (says_unit) return ofUnit ? yes({ unit: true }) : no("not_refused")
  return !ofUnit && own.some(({ refused_at }) => refused_at !== null) ? yes({ unit: false }) : no("not_refused")
}
