import { type Decision, no, yes } from "@fupin/contract/codes"
import type { OccurrenceState } from "@fupin/contract/schemas"

/**
 * From where an occurrence may go where. `failed` is tried again; a `claimed` one whose lease ran out is claimed again.
 * A transfer may arrive before the goods are accepted, so `paid` is reached from every state that has orders.
 */
const NEXT: Record<OccurrenceState, readonly OccurrenceState[]> = {
  planned: ["claimed", "skipped", "cancelled"],
  claimed: ["claimed", "placed", "short", "failed", "cancelled"],
  failed: ["claimed", "skipped", "cancelled"],
  placed: ["delivered", "accepted", "rejected", "paid", "cancelled"],
  short: ["delivered", "accepted", "rejected", "paid", "cancelled"],
  delivered: ["accepted", "rejected", "paid", "cancelled"],
  accepted: ["paid", "cancelled"],
  skipped: ["planned", "cancelled"],
  cancelled: ["planned"],
  paid: [],
  rejected: [],
}

/** Why a delivery that nobody placed in time is cancelled. */
export const MISSED = "已错过配送日，未下单"
/** Why a delivery is cancelled that waited for its approval until its day was over. */
export const UNAPPROVED = `到配送日还没有得到单位批准；${MISSED}`
/** Why a delivery is tried again whose placing broke off: orders may be there that nobody wrote down yet. */
export const BROKEN = "下单时系统出错，将自动重试"

/** Whether an occurrence may go from one state to another; never guessed from what a caller sends. Error: illegal_transition. */
export function decideTransition(from: OccurrenceState, to: OccurrenceState): Decision<OccurrenceState, "illegal_transition"> {
  return NEXT[from].includes(to) ? yes(to) : no("illegal_transition")
}

/** The states from which `to` may be reached: what an update may match. */
export function statesBefore(to: OccurrenceState): OccurrenceState[] {
  return (Object.keys(NEXT) as OccurrenceState[]).filter((from) => NEXT[from].includes(to))
}

/** Whether the buyer may still change it: planned, and the last day for it (cut-off) not over. Errors: after_cutoff, illegal_transition. */
export function decideEdit(occurrence: { state: OccurrenceState; cutoff_on: string }, today: string): Decision<true, "after_cutoff" | "illegal_transition"> {
  if (occurrence.state !== "planned" && occurrence.state !== "skipped") return no("illegal_transition")
  return today > occurrence.cutoff_on ? no("after_cutoff") : yes(true)
}

export interface Tried {
  state: OccurrenceState
  error: string | null
  order_ids: readonly string[]
}

/** Tried, and nothing was ordered: it may be called off like one that nobody tried yet. Of one that broke off nobody knows before its next try. */
export function isUnordered({ state, error, order_ids }: Tried): boolean {
  return state === "failed" && order_ids.length === 0 && error !== BROKEN
}

/** Whether the buyer may take it out: while it may be changed, and after cut-off too where nothing was ordered. Errors: after_cutoff, illegal_transition. */
export function decideSkip(occurrence: Tried & { cutoff_on: string }, today: string): Decision<true, "after_cutoff" | "illegal_transition"> {
  return isUnordered(occurrence) ? yes(true) : decideEdit(occurrence, today)
}

const ORDERED: readonly OccurrenceState[] = ["placed", "short", "delivered", "accepted", "paid", "rejected"]

/** Whether a second delivery (补货) can be asked for: it is ordered, and its date is not over. Errors: nothing_to_replenish, date_in_the_past. */
export function decideReplenish(occurrence: { state: OccurrenceState; delivery_date: string }, today: string): Decision<true, "nothing_to_replenish" | "date_in_the_past"> {
  if (!ORDERED.includes(occurrence.state)) return no("nothing_to_replenish")
  return today > occurrence.delivery_date ? no("date_in_the_past") : yes(true)
}

const ARRIVED: readonly OccurrenceState[] = ["placed", "short", "delivered"]

/** Whether somebody is to say what came in: it is ordered, its day has come, and nobody said so yet. Short of everything, nothing comes. */
export function awaitsAcceptance({ state, order_ids, delivery_date, accepted_at }: Omit<Tried, "error"> & { delivery_date: string; accepted_at: unknown }, today: string): boolean {
  return ARRIVED.includes(state) && order_ids.length > 0 && delivery_date <= today && accepted_at === null
}

/** What an occurrence becomes by what became of its orders: all cancelled, or all that stand delivered. Null: it stays. */
export function decideFollowed(from: OccurrenceState, orders: { is_cancelled: boolean; is_delivered: boolean }[]): "cancelled" | "delivered" | null {
  const standing = orders.filter(({ is_cancelled }) => !is_cancelled)
  const to = standing.length === 0 ? "cancelled" : "delivered"
  const reached = orders.length > 0 && standing.every(({ is_delivered }) => is_delivered)
  return reached && decideTransition(from, to).ok ? to : null
}
