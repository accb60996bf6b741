import { splitInOrder } from "./split"

export interface LineValue {
  line_id: string
  /** What the line costs at the order's version. */
  live_fen: number
  /** What it cost more before an edit took items away or lowered the price. */
  removed_fen: number
  /** Of `live_fen`, what came back. */
  returned_fen: number
  /** Of `live_fen`, what the buyer has accepted. */
  accepted_fen: number
}

export interface OrderMoney {
  lines: LineValue[]
  shipping_fen: number
  captured_fen: number
  refunds: { amount_fen: number; lines: { line_item_id: string; amount_fen: number }[] }[]
}

export interface LineMoney {
  line_id: string
  /** Captured for this line. */
  gross_fen: number
  /** Captured less refunded. */
  net_fen: number
}

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)

/**
 * Which money belongs to which line; depends on sums alone, never on the order of events.
 * Captures cover what was accepted first, with the shipping that brought it, then the rest, each in proportion to its totals;
 * money above them stays with what was removed. Refunds first fill what they were allocated to, then what nobody is owed, then
 * returned and removed goods; the rest is taken in proportion to what lines and shipping still hold.
 */
export function attributeMoney({ lines, shipping_fen, captured_fen, refunds }: OrderMoney): LineMoney[] {
  const live = [...lines.map(({ live_fen }) => live_fen), shipping_fen]
  const accepted = lines.map(({ accepted_fen }) => accepted_fen)
  const covered = coverInTurn(captured_fen, [...accepted, sum(accepted) > 0 ? shipping_fen : 0], live)
  const above = captured_fen - sum(covered)
  const removed = lines.map(({ removed_fen }) => removed_fen)
  const stays = splitInOrder(Math.min(above, sum(removed)), removed)
  const gross = lines.map((_, index) => covered[index]! + stays[index]!)

  const unowed = above - sum(stays)
  const net = takeRefunds({ held: [...gross, covered[lines.length]!], unowed, goingBack: lines.map((line, index) => returnedHeld(line, covered[index]!) + stays[index]!) }, lines, refunds)
  return lines.map(({ line_id }, index) => ({ line_id, gross_fen: gross[index]!, net_fen: net[index]! }))
}

/** `first` in proportion until it is covered, then what is left of `whole`. */
function coverInTurn(money_fen: number, first: number[], whole: number[]): number[] {
  const before = splitInOrder(Math.min(money_fen, sum(first)), first)
  const rest = whole.map((amount, index) => amount - first[index]!)
  const after = splitInOrder(Math.min(money_fen - sum(before), sum(rest)), rest)
  return before.map((amount, index) => amount + after[index]!)
}

/** Of what was paid for the live items of a line, the part for those that came back. */
function returnedHeld({ live_fen, returned_fen }: LineValue, covered_fen: number): number {
  return live_fen === 0 ? 0 : Math.min(covered_fen, splitInOrder(covered_fen, [returned_fen, live_fen - returned_fen])[0]!)
}

interface Held {
  /** Per line, then shipping. */
  held: number[]
  /** Captured beyond every line that ever was. */
  unowed: number
  /** Per line: what is paid for goods that came back or were removed. */
  goingBack: number[]
}

function takeRefunds({ held, unowed, goingBack }: Held, lines: LineValue[], refunds: OrderMoney["refunds"]): number[] {
  const allocated = lines.map(({ line_id }, index) => Math.min(held[index]!, allocatedTo(line_id, refunds)))
  let left = Math.min(sum(refunds.map(({ amount_fen }) => amount_fen)), sum(held) + unowed) - sum(allocated)
  let holding = held.map((amount, index) => amount - (allocated[index] ?? 0))

  left -= Math.min(left, unowed)
  const first = holding.map((amount, index) => Math.min(amount, Math.max(0, (goingBack[index] ?? 0) - (allocated[index] ?? 0))))
  for (const weights of [first, null]) {
    const from = weights ?? holding
    const taken = splitInOrder(Math.min(left, sum(from)), from)
    holding = holding.map((amount, index) => amount - taken[index]!)
    left -= sum(taken)
  }
  return holding
}

/** A refund's allocation counts up to the refund itself, its lines alike. */
function allocatedTo(lineId: string, refunds: OrderMoney["refunds"]): number {
  return sum(refunds.map(({ amount_fen, lines }) => {
    const amounts = lines.map((line) => line.amount_fen)
    const fitted = splitInOrder(Math.min(amount_fen, sum(amounts)), amounts)
    return sum(fitted.filter((_, index) => lines[index]!.line_item_id === lineId))
  }))
}
