import { type Decision, no, yes } from "@fupin/contract/codes"
import type { OccurrenceState, SettleBy, Temperature } from "@fupin/contract/schemas"
import { decideTransition } from "./occurrence-state"

export interface AcceptedLine {
  variant_id: string
  /** Whole items, or kilograms of goods settled by weight. */
  accepted: number
  reason: string
}

export interface SuppliedLine {
  variant_id: string
  settle_by: SettleBy
  supplied: number
}

/** By so much of what was ordered a scale may show less without anybody having to say why. */
const WEIGHING_PART = 0.05
const ABOVE_WEIGHT = "实收重量最多按订货重量计；超出的部分是卖方赠送，不计货款，需要计价的请另下补货"
const BELOW_WEIGHT = "实收重量比订货少了 5% 以上，请填写原因"

type LineError = "acceptance_whole_units" | "not_in_agreement" | "duplicate_line" | "above_supplied" | "acceptance_reason_required" | "acceptance_incomplete"

/**
 * Whether these quantities can be accepted against what was supplied: every line once, never more, and less only with a reason. Of goods
 * settled by weight to the gram; what weighs more than was ordered is the producer's gift, what weighs a little less needs no reason.
 */
export function decideAcceptedLines(supplied: SuppliedLine[], lines: AcceptedLine[]): Decision<true, LineError> {
  if (new Set(lines.map(({ variant_id }) => variant_id)).size !== lines.length) return no("duplicate_line")
  for (const { variant_id, accepted, reason } of lines) {
    const line = supplied.find((one) => one.variant_id === variant_id)
    if (!line) return no("not_in_agreement")
    const isWeighed = line.settle_by === "weight"
    if (!isWeighed && !Number.isInteger(accepted)) return no("acceptance_whole_units")
    if (accepted > line.supplied) return isWeighed ? no("above_supplied", ABOVE_WEIGHT) : no("above_supplied")
    if (reason === "" && accepted < line.supplied * (isWeighed ? 1 - WEIGHING_PART : 1)) return isWeighed ? no("acceptance_reason_required", BELOW_WEIGHT) : no("acceptance_reason_required")
  }
  const complete = supplied.filter((line) => line.supplied > 0).every(({ variant_id }) => lines.some((line) => line.variant_id === variant_id))
  return complete ? yes(true) : no("acceptance_incomplete")
}

/** What became of goods that were turned away, beside how they are kept. */
export interface TurnedAway {
  variant_id: string
  turned_away?: "disposed" | "returned" | undefined
}

/** Perishables that were turned away are disposed of where they are: nobody carries chilled or frozen goods back to sell them again. Error: perishable_not_returned. */
export function decideTurnedAway(temperatureOf: (variantId: string) => Temperature, lines: readonly TurnedAway[]): Decision<true, "perishable_not_returned"> {
  return lines.some(({ variant_id, turned_away }) => turned_away === "returned" && temperatureOf(variant_id) !== "ambient") ? no("perishable_not_returned") : yes(true)
}

/** The state after acceptance: nothing accepted is rejected, a transfer that came first stays paid. Error: illegal_transition. */
export function decideAccepted(held: { state: OccurrenceState; accepted_at: Date | null }, lines: AcceptedLine[]): Decision<OccurrenceState, "illegal_transition"> {
  if (held.accepted_at !== null) return no("illegal_transition")
  if (held.state === "paid") return yes("paid")
  return decideTransition(held.state, lines.some(({ accepted }) => accepted > 0) ? "accepted" : "rejected")
}
