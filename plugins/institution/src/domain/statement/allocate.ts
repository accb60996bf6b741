/** What money can be booked on, with what is still open of it in fen: an order, of a statement or alone, or a campaign or pre-production contract as a whole. */
export interface OpenOrder {
  order_id: string | null
  campaign_id: string | null
  preorder_id: string | null
  statement_id: string | null
  delivery_date: string
  open_fen: number
}

export interface Share extends Pick<OpenOrder, "order_id" | "campaign_id" | "preorder_id" | "statement_id"> {
  amount_fen: number
}

/** Spreads money over orders, the oldest delivery first, each to the fen it lacks; what is left over is nobody's yet. */
export function allocate(amount_fen: number, orders: OpenOrder[]): { shares: Share[]; left_fen: number } {
  const oldest = [...orders].sort((one, other) => one.delivery_date.localeCompare(other.delivery_date) || (one.order_id ?? "").localeCompare(other.order_id ?? ""))
  const shares: Share[] = []
  let left_fen = amount_fen
  for (const { order_id, campaign_id, preorder_id, statement_id, open_fen } of oldest) {
    const part = Math.min(left_fen, open_fen)
    if (part <= 0) continue
    shares.push({ order_id, campaign_id, preorder_id, statement_id, amount_fen: part })
    left_fen -= part
  }
  return { shares, left_fen }
}

/** What one order of a statement still lacks: never more than the statement says, nor than all statements together leave open. */
export function openOf({ due_fen, stated_fen, paid_fen }: { due_fen: number; stated_fen: number; paid_fen: number }): number {
  return due_fen <= 0 ? 0 : Math.max(0, Math.min(due_fen, stated_fen - paid_fen))
}
