/** A line of an order with what confirmed statements took off it. Fen; quantities may be decimal. */
export interface AdjustedLine {
  order_id: string
  line_item_id: string
  /** In the order, and accepted of it. */
  ordered: number
  accepted: number
  /** What was accepted at the agreed price. */
  amount_fen: number
  /** What both sides took off, over all confirmed statements; 0 or less. */
  adjusted_fen: number
  /** What the whole line costs in the order now. */
  priced_fen: number
}

export interface Repricing {
  line_item_id: string
  quantity: number
  /** What the whole line is to cost. */
  total_fen: number
}

/**
 * Which lines are still to be priced anew, so that what was accepted of each costs exactly what both sides agreed on. The whole line's
 * price in fen is the one of which the accepted part, half up, is that amount; once the order says so nothing is left to do.
 */
export function planRepricing(lines: AdjustedLine[]): Repricing[] {
  return lines.flatMap(({ line_item_id, ordered, accepted, amount_fen, adjusted_fen, priced_fen }) => {
    if (accepted <= 0) return []
    const total_fen = wholeOf(Math.max(0, amount_fen + adjusted_fen), accepted, ordered)
    return adjusted_fen === 0 || total_fen === priced_fen ? [] : [{ line_item_id, quantity: ordered, total_fen }]
  })
}

const thousandths = (quantity: number): bigint => BigInt(Math.round(quantity * 1000))

/** `part_fen` is for `part` of `whole`: what the whole comes to, half up. */
function wholeOf(part_fen: number, part: number, whole: number): number {
  const [some, all] = [thousandths(part), thousandths(whole)]
  return Number((2n * BigInt(part_fen) * all + some) / (2n * some))
}
