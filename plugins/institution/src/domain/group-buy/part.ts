import type { GroupBuyPartState } from "@fupin/contract/schemas"

/** What core says of the order that a part became; amounts in fen, as confirmed by the payment collections. */
export interface PartOrder {
  id: string
  is_cancelled: boolean
  due_fen: number
  captured_fen: number
  refunded_fen: number
}

/** One buyer's part in a group buy. Whether it is paid for is core's to say; here stands what core cannot know. */
export interface Part {
  quantity: number
  /** Until when its cart can be completed. */
  expires_at: Date
  /** The moment its cart's completion began, if it did. */
  claimed_at: Date | null
  leaving_at: Date | null
  /** Whether it counted when the group buy ended; null before. */
  counted: boolean | null
  outcome: "settled" | "left" | "refunded" | "dropped" | null
  order: PartOrder | null
}

/** A buyer has so long to pay; completing a cart takes far less than a claim lasts. */
export const PAYING_MINUTES = 30
export const CLAIM_MINUTES = 5

export const minutesAfter = (moment: Date, minutes: number): Date => new Date(moment.getTime() + minutes * 60_000)

/** A cart of it is being turned into an order, as far as one can tell at `now`. */
export const isClaimed = ({ claimed_at, order }: Part, now: Date): boolean => order === null && claimed_at !== null && minutesAfter(claimed_at, CLAIM_MINUTES) > now

/** Its pieces have left the shelf for its own order, or are about to: they are no longer kept back by the group buy. */
export const isTaken = (part: Part, now: Date): boolean => (part.order ? !part.order.is_cancelled : isClaimed(part, now))

/** Whether it can become an order at `now`, or is one: then its pieces are promised. */
export function isPromised(part: Part, now: Date): boolean {
  if (part.outcome !== null) return part.outcome === "settled"
  return part.order ? !part.order.is_cancelled : part.expires_at > now || isClaimed(part, now)
}

export const isPaid = ({ order }: Part): boolean => order !== null && !order.is_cancelled && order.captured_fen >= order.due_fen

/** It counts towards the tiers: paid in full, and its buyer stays. */
export const countsIn = (part: Part): boolean => part.outcome === null && part.leaving_at === null && isPaid(part)

/** Pieces that count, of these parts in any order. */
export const unitsOf = (parts: readonly Part[]): number => parts.filter(countsIn).reduce((sum, { quantity }) => sum + quantity, 0)

/** How a part is shown to its buyer. */
export function partState(part: Part, now: Date): GroupBuyPartState {
  if (part.outcome) return part.outcome
  if (part.leaving_at) return "leaving"
  if (part.order) return isPaid(part) ? "joined" : "unpaid"
  return isPromised(part, now) ? "paying" : "lapsed"
}
