import type { GroupBuyState, GroupBuyTier } from "@fupin/contract/schemas"
import { isClaimed, isPaid, type Part, type PartOrder } from "./part"
import { openingPrice, tierReached } from "./tiers"

/** How a group buy ends with so many pieces paid: at the price of the highest tier reached, or failed below the minimum. */
export function planEnd(tiers: readonly GroupBuyTier[], units: number): { state: "reached" | "failed"; final_price_fen: number | null } {
  const tier = tierReached(tiers, units)
  return tier ? { state: "reached", final_price_fen: tier.price_fen } : { state: "failed", final_price_fen: null }
}

export interface EndedGroup {
  state: GroupBuyState
  tiers: readonly GroupBuyTier[]
  final_price_fen: number | null
}

/** The order of a part with what settling it needs to know. */
export interface SettlingOrder extends PartOrder {
  unit_price_fen: number
  /** Refunded by us for this part, whatever the office refunded besides. */
  returned_fen: number
  /** Rows of captures and refunds say what the payment collection says. */
  is_confirmed: boolean
  /** Somebody is editing the order at this moment. */
  is_being_edited: boolean
}

export type SettlementStep =
  | { do: "wait" }
  | { do: "reprice"; unit_price_fen: number }
  | { do: "refund"; amount_fen: number }
  | { do: "cancel" }
  | { do: "end"; outcome: NonNullable<Part["outcome"]> }
  | { do: "ask"; problem: string }

export interface SettlingPart extends Part {
  order: SettlingOrder | null
}

/**
 * The next thing to do for one part, from what is true now: asked again after each step, or after a crash, it goes on where things stand,
 * and once everything is done it says so for ever. Who stays in a group buy that was reached pays its final price and gets back the exact
 * difference; everybody else gets back everything.
 */
export function planSettlement(group: EndedGroup, part: SettlingPart, now: Date): SettlementStep {
  const isOver = group.state !== "open" && group.state !== "draft"
  if (part.outcome || (!isOver && part.leaving_at === null)) return { do: "wait" }
  const { order } = part
  if (!order) return isClaimed(part, now) ? { do: "wait" } : { do: "end", outcome: "dropped" }
  if (!order.is_confirmed) return { do: "ask", problem: "收款或退款还没有得到支付方确认，请核对这张订单的付款" }
  const stays = (group.state === "reached" || group.state === "settled") && part.leaving_at === null && !order.is_cancelled && (part.counted ?? isPaid(part))
  return stays ? planPrice(group, part, order) : planReturn(part, order)
}

function planPrice({ tiers, final_price_fen }: EndedGroup, { quantity }: Part, order: SettlingOrder): SettlementStep {
  const final = final_price_fen!
  if (order.unit_price_fen > final) return order.is_being_edited ? { do: "ask", problem: "订单正在修改，改完后会自动结算" } : { do: "reprice", unit_price_fen: final }
  const owed = quantity * (openingPrice(tiers) - final) - order.returned_fen
  const amount_fen = Math.min(owed, order.captured_fen - order.refunded_fen)
  return amount_fen > 0 ? { do: "refund", amount_fen } : { do: "end", outcome: "settled" }
}

function planReturn({ leaving_at }: Part, order: SettlingOrder): SettlementStep {
  if (!order.is_cancelled) return { do: "cancel" }
  const amount_fen = order.captured_fen - order.refunded_fen
  if (amount_fen > 0) return { do: "refund", amount_fen }
  return { do: "end", outcome: leaving_at ? "left" : order.captured_fen === 0 ? "dropped" : "refunded" }
}
