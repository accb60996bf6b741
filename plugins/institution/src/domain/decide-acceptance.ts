import { type Decision, no, yes } from "@fupin/contract/codes"
import type { OccurrenceState } from "@fupin/contract/schemas"
import { decideTransition } from "./occurrence-state"

export interface AcceptedLine {
  variant_id: string
  accepted: number
  reason: string
}

type LineError = "not_in_agreement" | "duplicate_line" | "above_supplied" | "acceptance_reason_required" | "acceptance_incomplete"

/** Whether these quantities can be accepted against what was supplied: every line once, never more, and less only with a reason. */
export function decideAcceptedLines(supplied: { variant_id: string; supplied: number }[], lines: AcceptedLine[]): Decision<true, LineError> {
  if (new Set(lines.map(({ variant_id }) => variant_id)).size !== lines.length) return no("duplicate_line")
  for (const { variant_id, accepted, reason } of lines) {
    const line = supplied.find((one) => one.variant_id === variant_id)
    if (!line) return no("not_in_agreement")
    if (accepted > line.supplied) return no("above_supplied")
    if (accepted < line.supplied && reason === "") return no("acceptance_reason_required")
  }
  const complete = supplied.filter((line) => line.supplied > 0).every(({ variant_id }) => lines.some((line) => line.variant_id === variant_id))
  return complete ? yes(true) : no("acceptance_incomplete")
}

/** The state after acceptance: nothing accepted is rejected, a transfer that came first stays paid. Error: illegal_transition. */
export function decideAccepted(held: { state: OccurrenceState; accepted_at: Date | null }, lines: AcceptedLine[]): Decision<OccurrenceState, "illegal_transition"> {
  if (held.accepted_at !== null) return no("illegal_transition")
  if (held.state === "paid") return yes("paid")
  return decideTransition(held.state, lines.some(({ accepted }) => accepted > 0) ? "accepted" : "rejected")
}
