import { type Decision, no, yes } from "@fupin/contract/codes"
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
  return staysIn(group, part) ? planPrice(group, part, order) : planReturn(part, order)
}

/** Whether the group buy was reached and this part is of it. */
function staysIn({ state }: Pick<EndedGroup, "state">, part: Part): boolean {
  return (state === "reached" || state === "settled") && part.leaving_at === null && part.order !== null && !part.order.is_cancelled && (part.counted ?? isPaid(part))
}

/** Whether the goods of a part may be sent: an order that was sent cannot be cancelled any more. Error: group_buy_state. */
export function decideShip(group: Pick<EndedGroup, "state">, part: Part): Decision<true, "group_buy_state"> {
  if (staysIn(group, part)) return yes(true)
  const mayStillLeave = group.state === "open" && part.leaving_at === null
  return no("group_buy_state", mayStillLeave ? "这张订单属于团购，团购还没有结束，参团的人还可以退出；请在成团后再发货" : "这张订单属于团购，没有成团或已退出，货款要退回；请不要发货")
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
