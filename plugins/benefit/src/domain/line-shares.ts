import { coversMoment, type LinkageInForce, linkagesInForce, mostSpecificRule } from "./linkage"
import { type Coverage, FULL, portion } from "./rational"
import { poolOf } from "./share-rules"
import { splitInOrder, splitPool } from "./split"

export interface SoldLine {
  /** Seeds the splitting, so that the leftover fen of one line always go the same way. */
  line_id: string
  product_id: string | null
  variant_id: string | null
  /** Who sold it when the order was placed; null: nobody known, so nobody is linked. */
  producer_id: string | null
  quantity: number
  base_fen: number
}

export interface Pool {
  version_id: string
  amount_fen: number
  /** Eligible at the moment of the sale, by id; empty: the pool waits in suspense. */
  members: { beneficiary_id: string; weight: number }[]
}

export interface LineShare {
  version_id: string
  /** null: suspense, the pool had no eligible member. */
  beneficiary_id: string | null
  amount_fen: number
}

/** The pools that the linkages in force at `at` give of a line, together never more than its base; empty pools are kept. `units`: how much of its quantity the covered part is. */
export function planPools(line: SoldLine, linkages: readonly LinkageInForce[], at: Date, coverage: Coverage = FULL, units: Coverage = coverage): Pool[] {
  if (line.producer_id === null) return []
  const pools = linkagesInForce(linkages, line.producer_id, at).flatMap((linkage) => {
    const rule = mostSpecificRule(linkage.rules, line.product_id, line.variant_id)
    if (rule === null) return []
    return [{ version_id: linkage.version_id, amount_fen: poolOf(rule, { ...line, coverage, units }), members: membersAt(linkage, at) }]
  })
  return withinBase(pools, portion(line.base_fen, coverage))
}

/**
 * What each household would hold of a line when `coverage` of it (default: all) is paid for. The sum is the sum of the pools.
 * Used by the preview; the ledger splits the same pools.
 */
export function planLineShares(line: SoldLine, linkages: readonly LinkageInForce[], at: Date, coverage: Coverage = FULL): LineShare[] {
  return planPools(line, linkages, at, coverage).flatMap((pool) => sharesOf(pool, line.line_id)).filter(({ amount_fen }) => amount_fen > 0)
}

/** A pool among its members, in their order; one share for suspense when it has none. */
export function sharesOf(pool: Pool, lineId: string): LineShare[] {
  if (pool.members.length === 0) return [{ version_id: pool.version_id, beneficiary_id: null, amount_fen: pool.amount_fen }]
  const amounts = splitPool(pool.amount_fen, pool.members.map(({ weight }) => weight), seedOf(lineId, pool.version_id))
  return pool.members.map(({ beneficiary_id }, index) => ({ version_id: pool.version_id, beneficiary_id, amount_fen: amounts[index]! }))
}

/** Two agreements on one line draw different leftovers. */
export function seedOf(lineId: string, versionId: string): string {
  return `${lineId}:${versionId}`
}

function membersAt(linkage: LinkageInForce, at: Date): Pool["members"] {
  return linkage.members
    .filter(({ from, to, weight }) => weight > 0 && coversMoment(from, to, at))
    .map(({ beneficiary_id, weight }) => ({ beneficiary_id, weight }))
    .sort((a, b) => (a.beneficiary_id < b.beneficiary_id ? -1 : 1))
}

/** Approval refuses shares beyond the base; should discounts bring them there all the same, every pool gives way alike. */
function withinBase(pools: Pool[], base_fen: number): Pool[] {
  const amounts = pools.map(({ amount_fen }) => amount_fen)
  if (amounts.reduce((sum, amount) => sum + amount, 0) <= base_fen) return pools
  const fitted = splitInOrder(base_fen, amounts)
  return pools.map((pool, index) => ({ ...pool, amount_fen: fitted[index]! }))
}
