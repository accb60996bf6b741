/** What one line of an agreement allows: a band for one delivery, and what its term leaves; null is no bound. Amounts in fen, quantities in pieces. */
export interface LineBounds {
  unit_price_fen: number
  min_quantity: number | null
  max_quantity: number | null
  term_left: number | null
}

export interface Spread {
  /** Of each delivery. */
  quantity: number
  deliveries: number
  total_fen: number
  /** What of the gap it leaves open. */
  remaining_fen: number
}

/** More pieces than this no delivery takes. */
const MOST = 9_999

/**
 * One order that closes a gap by a line: over as few of the deliveries left (`dates`) as its band allows when spread evenly, never outside the band or
 * beyond the term. What it comes to and what it leaves are at least the gap together. Null: nothing can be ordered.
 */
export function spreadOver(gap_fen: number, { unit_price_fen, min_quantity, max_quantity, term_left }: LineBounds, dates: number): Spread | null {
  const [least, most, left] = [Math.max(1, min_quantity ?? 1), Math.min(MOST, max_quantity ?? MOST), term_left ?? Number.MAX_SAFE_INTEGER]
  if (gap_fen <= 0 || dates <= 0 || least > most || least > left) return null
  const pieces = Math.min(Math.ceil(gap_fen / unit_price_fen), left)
  const quantity = Math.min(most, Math.max(least, Math.ceil(pieces / dates)))
  const deliveries = Math.min(dates, Math.ceil(pieces / quantity), Math.floor(left / quantity))
  return { quantity, deliveries, ...closes(gap_fen, quantity * deliveries, unit_price_fen) }
}

/** How many pieces close a gap, at most `most`, and what they leave of it. Null: none are needed, or to be had. */
export function piecesFor(gap_fen: number, unit_price_fen: number, most: number = MOST): { quantity: number; total_fen: number; remaining_fen: number } | null {
  const quantity = Math.min(Math.ceil(gap_fen / unit_price_fen), most)
  return quantity <= 0 ? null : { quantity, ...closes(gap_fen, quantity, unit_price_fen) }
}

function closes(gap_fen: number, pieces: number, unit_price_fen: number): { total_fen: number; remaining_fen: number } {
  const total_fen = pieces * unit_price_fen
  return { total_fen, remaining_fen: Math.max(0, gap_fen - total_fen) }
}
