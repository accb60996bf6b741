import { type Decision, no, yes } from "@fupin/contract/codes"
import type { GroupBuyState } from "@fupin/contract/schemas"
import { isClaimed, isPromised, minutesAfter, type Part, PAYING_MINUTES } from "./part"

export interface GroupBuyFacts {
  state: GroupBuyState
  starts_at: Date
  ends_at: Date
  capacity: number
  per_buyer_cap: number
}

export const isRunning = ({ state, starts_at, ends_at }: GroupBuyFacts, now: Date): boolean => state === "open" && starts_at <= now && now < ends_at

/** Pieces promised of these parts at `now`. */
export const promisedUnits = (parts: readonly Part[], now: Date): number => parts.filter((part) => isPromised(part, now)).reduce((sum, { quantity }) => sum + quantity, 0)

type JoinError = "group_buy_not_open" | "group_buy_cap" | "group_buy_full" | "group_buy_paying"

/**
 * Whether a buyer may join with so many pieces at `now`; answers until when it can be paid. `mine` are the buyer's parts, `others` all
 * other buyers'. A part of the buyer's that nobody began to pay gives way to the new one.
 */
export function decideJoin(group: GroupBuyFacts, { mine, others }: { mine: readonly Part[]; others: readonly Part[] }, quantity: number, now: Date): Decision<Date, JoinError> {
  if (!isRunning(group, now)) return no("group_buy_not_open")
  if (mine.some((part) => isClaimed(part, now))) return no("group_buy_paying")
  const held = promisedUnits(mine.filter(({ order }) => order !== null), now)
  if (held + quantity > group.per_buyer_cap) return no("group_buy_cap", `每位买家限购 ${group.per_buyer_cap} 份${held > 0 ? `，您已参团 ${held} 份` : ""}`)
  const left = group.capacity - promisedUnits(others, now) - held
  if (quantity > left) return no("group_buy_full", left > 0 ? `只剩 ${left} 份，请减少数量` : "份数已订满")
  const until = minutesAfter(now, PAYING_MINUTES)
  return yes(until < group.ends_at ? until : group.ends_at)
}

export interface CartLine {
  variant_id: string | null
  quantity: number
  unit_price_fen: number
  is_discounted: boolean
}

export interface Claimable {
  variant_id: string
  quantity: number
  opening_price_fen: number
  expires_at: Date
  /** Its organisation's gate was passed, or there is none. */
  ready_at: Date | null
  leaving_at: Date | null
  outcome: string | null
}

/** Whether a cart may become the order of a part at `now`: in time, and exactly what was agreed. Error: group_buy_lapsed. */
export function decideClaim(group: GroupBuyFacts, part: Claimable, lines: readonly CartLine[], now: Date): Decision<true, "group_buy_lapsed"> {
  const [line] = lines
  const isAgreed = lines.length === 1 && line!.variant_id === part.variant_id && line!.quantity === part.quantity && line!.unit_price_fen === part.opening_price_fen && !line!.is_discounted
  const isOpen = isRunning(group, now) && part.ready_at !== null && part.leaving_at === null && part.outcome === null && part.expires_at > now
  return isAgreed && isOpen ? yes(true) : no("group_buy_lapsed")
}

/** Whether a buyer may still leave at `now`. Error: group_buy_cannot_leave. */
export function decideLeave(group: GroupBuyFacts, part: Part, now: Date): Decision<true, "group_buy_cannot_leave"> {
  const isHeld = part.outcome === null && part.order !== null && !part.order.is_cancelled
  return isRunning(group, now) && isHeld ? yes(true) : no("group_buy_cannot_leave")
}
