import { createHash } from "node:crypto"

/**
 * Splits `total_fen` (a whole number ≥ 0) by whole weights: everybody gets the floor of their quota, the leftover fen go
 * by systematic sampling over the fractional remainders, starting at an offset hashed from `seed` (the line), so that over
 * many small sales nobody is favoured. No share exceeds its quota by a whole fen; shares sum to the total.
 * All weights zero: nothing can be split, every share is 0 (the caller holds the pool in suspense).
 */
export function splitPool(total_fen: number, weights: readonly number[], seed: string): number[] {
  const whole = weights.reduce((sum, weight) => sum + BigInt(weight), 0n)
  if (whole === 0n) return weights.map(() => 0)
  const total = BigInt(total_fen)
  const offset = offsetOf(seed) % whole
  let reached = 0n
  let given = 0n
  // Sampling points lie 1 apart on the line of cumulative quotas; a household gets the points in its own stretch.
  return weights.map((weight) => {
    reached += BigInt(weight)
    const upTo = (reached * total + offset) / whole
    const share = Number(upTo - given)
    given = upTo
    return share
  })
}

/**
 * For amounts, where order is given and no favour is in play: each in turn gets its part of what is left, rounded half up.
 * Nobody's share falls when the total grows, so that what came in or went back in parts never moves money between lines (ADR 16);
 * shares sum to the total and none exceeds its weight while the total does not exceed their sum. All weights zero: every share is 0.
 */
export function splitInOrder(total_fen: number, weights: readonly number[]): number[] {
  let left = BigInt(total_fen)
  let whole = weights.reduce((sum, weight) => sum + BigInt(weight), 0n)
  return weights.map((weight) => {
    const share = whole === 0n ? 0n : (2n * left * BigInt(weight) + whole) / (2n * whole)
    left -= share
    whole -= BigInt(weight)
    return Number(share)
  })
}

function offsetOf(seed: string): bigint {
  return createHash("sha256").update(seed).digest().readBigUInt64BE(0)
}
