import { type Decision, no, yes } from "@fupin/contract/codes"
import type { ApprovalState, ApprovalTier, OccurrenceState } from "@fupin/contract/schemas"
import type { Given } from "./approval-policy"

export interface RequestFacts {
  state: ApprovalState
  amount_fen: number
  /** Business day after which an open request is no longer answered. */
  expires_on: string
  tier: ApprovalTier
  askers: string[]
  given: Given[]
}

/** A request as whoever decides finds it. */
export interface SeatFacts extends RequestFacts {
  /** Of a delivery, how it stands and when it is; null: something else is asked for. */
  delivery: { state: OccurrenceState; delivery_date: string } | null
}

/** Whoever is away names who decides in their place, from one day to another. */
export interface DelegationFacts {
  from_customer_id: string
  to_customer_id: string
  from_day: string
  to_day: string
  ended_at: Date | null
}

/** The unit's people at this moment: who holds the role approver, and who is a member at all. */
export interface UnitFacts {
  approvers: string[]
  members: string[]
}

type Refused = "approval_closed" | "already_decided" | "approves_own_request" | "not_an_approver"

const CALLED_OFF = "这次配送已经跳过或取消，不会下单，不用再审批"
const DAY_OVER = "配送日已过，现在批准也不会下单；仍需要的请采购人员另行安排"

/** Why nothing comes of an approval any more; null: something does. */
function goneBecause(delivery: SeatFacts["delivery"], today: string): string | null {
  if (delivery === null) return null
  if (delivery.state === "skipped" || delivery.state === "cancelled") return CALLED_OFF
  return delivery.delivery_date < today ? DAY_OVER : null
}

/**
 * Whether `actor` may decide on a request today, and in whose place: their own, else that of an approver who delegated to them.
 * Errors: approval_closed (also where the delivery was called off or its day is over), already_decided (nobody decides twice), approves_own_request, not_an_approver.
 */
export function decideSeat(request: SeatFacts, actor: string, unit: UnitFacts, delegations: DelegationFacts[], today: string): Decision<string, Refused> {
  if (request.state !== "open" || today > request.expires_on) return no("approval_closed")
  const gone = goneBecause(request.delivery, today)
  if (gone !== null) return no("approval_closed", gone)
  if (request.given.some(({ decided_by }) => decided_by === actor)) return no("already_decided")
  if (request.askers.includes(actor)) return no("approves_own_request")
  if (!unit.members.includes(actor)) return no("not_an_approver")
  const { tier, askers, given } = request
  const open = (tier.approvers.length > 0 ? tier.approvers : unit.approvers)
    .filter((id) => unit.approvers.includes(id) && !askers.includes(id) && !given.some(({ approver_id }) => approver_id === id))
  const seat = [actor, ...delegatorsOf(actor, delegations, today)].find((id) => open.includes(id))
  return seat === undefined ? no("not_an_approver") : yes(seat)
}

/** Who has named `actor` to decide in their place today. */
export function delegatorsOf(actor: string, delegations: DelegationFacts[], today: string): string[] {
  return delegations.filter(({ to_customer_id, from_day, to_day, ended_at }) => to_customer_id === actor && ended_at === null && from_day <= today && today <= to_day)
    .map(({ from_customer_id }) => from_customer_id).sort()
}

/**
 * Whether `from` may name `to` for these days. Errors: not_an_approver, unknown_delegate, end_before_start, date_in_the_past, delegation_overlaps.
 */
export function decideDelegation(
  input: { from_customer_id: string; to_customer_id: string; from_day: string; to_day: string }, unit: UnitFacts, held: DelegationFacts[], today: string,
): Decision<true, "not_an_approver" | "unknown_delegate" | "end_before_start" | "date_in_the_past" | "delegation_overlaps"> {
  if (!unit.approvers.includes(input.from_customer_id)) return no("not_an_approver")
  if (input.to_customer_id === input.from_customer_id || !unit.members.includes(input.to_customer_id)) return no("unknown_delegate")
  if (input.to_day < input.from_day) return no("end_before_start")
  if (input.to_day < today) return no("date_in_the_past")
  const isTaken = held.some(({ from_customer_id, from_day, to_day, ended_at }) => from_customer_id === input.from_customer_id && ended_at === null && from_day <= input.to_day && input.from_day <= to_day)
  return isTaken ? no("delegation_overlaps") : yes(true)
}
