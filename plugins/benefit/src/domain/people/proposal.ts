import { type Decision, no, yes } from "@fupin/contract/codes"
import type { ProposedChange } from "@fupin/contract/schemas"
import { closesCircle, type Succession } from "../household/succession"

/** What a proposal must know of a household that it touches. */
export interface TouchedHousehold {
  id: string
  kind: "household" | "collective"
  region_code: string
  ended_on: string | null
  restricted_at: Date | null
  erased_at: Date | null
}

type Touching = Exclude<ProposedChange, { kind: "add" }>
type Fault = "household_ended" | "household_erased" | "household_restricted" | "same_village" | "invalid_dates" | "successor_not_allowed" | "successor_in_circle" | "unknown_beneficiary"

/** Only who is neither gone nor erased can change; only who may be used can succeed another. */
function decideActive({ ended_on, erased_at }: TouchedHousehold): Decision<true, Fault> {
  if (erased_at !== null) return no("household_erased")
  return ended_on !== null ? no("household_ended") : yes(true)
}

/** Does the change make sense on the day `today`? Asked when it is proposed and again when it is approved. What happened lies not in the future. */
export function decideChange(change: Touching, household: TouchedHousehold, successor: TouchedHousehold | null, successions: readonly Succession[], today: string): Decision<true, Fault> {
  const active = decideActive(household)
  if (!active.ok) return active
  if (change.on > today) return no("invalid_dates", "日期不能晚于今天")
  switch (change.kind) {
    case "move": return change.region_code === household.region_code ? no("same_village") : yes(true)
    case "merge": return decideSuccessor(household, successor, successions)
    case "leave":
      if (change.successor_id === null) return yes(true)
      return change.cause === "death" || change.cause === "moved_away" ? decideSuccessor(household, successor, successions) : no("successor_not_allowed")
  }
}

function decideSuccessor(household: TouchedHousehold, successor: TouchedHousehold | null, successions: readonly Succession[]): Decision<true, Fault> {
  if (!successor || successor.kind !== household.kind) return no("unknown_beneficiary")
  const active = decideActive(successor)
  if (!active.ok) return active
  if (successor.restricted_at !== null) return no("household_restricted")
  return closesCircle(household.id, successor.id, successions) ? no("successor_in_circle") : yes(true)
}

/** May `reviewer` decide it? Once, and not the one who proposed it. Errors: proposal_already_decided, second_person_required. */
export function decideReview(proposal: { state: string; proposed_by: string }, reviewer: string): Decision<true, "proposal_already_decided" | "second_person_required"> {
  if (proposal.state !== "proposed") return no("proposal_already_decided")
  return proposal.proposed_by === reviewer ? no("second_person_required", "变更须由提出人以外的人复核") : yes(true)
}

/** Only the one who proposed it takes it back. Errors: proposal_already_decided, not_yours. */
export function decideTakingBack(proposal: { state: string; proposed_by: string }, actor: string): Decision<true, "proposal_already_decided" | "not_yours"> {
  if (proposal.state !== "proposed") return no("proposal_already_decided")
  return proposal.proposed_by === actor ? yes(true) : no("not_yours")
}

const DAY = 86_400_000

/** Midnight in Shanghai after `today`: agreements change then at the earliest, so that no sale already made is touched. */
export function memberChangeAt(on: string, today: string): Date {
  const midnight = (day: string) => Date.parse(`${day}T00:00:00+08:00`)
  return new Date(Math.max(midnight(on), midnight(today) + DAY))
}
