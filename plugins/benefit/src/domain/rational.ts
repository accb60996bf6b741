/** An exact share of a whole; whole > 0. More than the whole where an edit took items away and their money has not gone back. */
export interface Coverage {
  part: bigint
  whole: bigint
}

export const FULL: Coverage = { part: 1n, whole: 1n }

/** Quantities and units may be decimal (2.5 kg); they are counted in millionths. */
export const millionths = (quantity: number): bigint => BigInt(Math.round(quantity * 1_000_000))

/** numerator / denominator, half up; both ≥ 0, denominator > 0. */
export function halfUp(numerator: bigint, denominator: bigint): bigint {
  return (2n * numerator + denominator) / (2n * denominator)
}

/** `part / whole` of an amount in fen, half up. */
export function portion(amount_fen: number, { part, whole }: Coverage): number {
  return Number(halfUp(BigInt(amount_fen) * part, whole))
}
