import { type LineShare, type Pool, seedOf, sharesOf } from "./line-shares"
import { halfUp } from "./rational"
import { splitPool } from "./split"

/**
 * What each household still holds of a pool after part of it went back. The reversal is taken from what each was given, by what
 * each was given: nobody ends below zero, and a full refund ends at zero for everybody.
 */
export function sharesLeft(gross: Pool, net_fen: number, lineId: string): LineShare[] {
  if (net_fen >= gross.amount_fen) return sharesOf({ ...gross, amount_fen: net_fen }, lineId)
  const given = sharesOf(gross, lineId)
  const taken = splitPool(gross.amount_fen - net_fen, given.map(({ amount_fen }) => amount_fen), seedOf(lineId, `${gross.version_id}:reversal`))
  return given.map((share, index) => ({ ...share, amount_fen: share.amount_fen - taken[index]! }))
}

/** Of what each holds, the part that `part / whole` (≤ 1) of the pool makes payable; sums to that part of the pool, half up. */
export function sharesPayable(held: readonly LineShare[], part: bigint, whole: bigint, lineId: string): number[] {
  const amounts = held.map(({ amount_fen }) => amount_fen)
  const pool = amounts.reduce((sum, amount) => sum + BigInt(amount), 0n)
  const payable = part >= whole ? pool : halfUp(pool * part, whole)
  return splitPool(Number(payable), amounts, seedOf(lineId, `${held[0]?.version_id}:payable`))
}
