import { benefitTarget, type Holding } from "./benefit-target"
import type { Entry } from "./journal"
import type { LinkageInForce } from "./linkage"
import type { Bearer, OrderFacts } from "./order-facts"

/** What somebody else than the producer owes of a line's benefit, because a refund was not passed on to the households. */
export interface Borne {
  line_item_id: string
  linkage_version_id: string
  producer_id: string
  bearer: Exclude<Bearer, "producer">
  amount_fen: number
}

/**
 * Who bears what is kept: for each bearer, what households hold more because its refunds are not felt. What the producer bears
 * itself stays its own obligation.
 */
export function borneTarget(facts: OrderFacts, linkages: readonly LinkageInForce[]): Borne[] {
  let known = facts
  return (["platform", "carrier"] as const).flatMap((bearer) => {
    if (!known.refunds.some(({ kept }) => kept?.bearer === bearer)) return []
    const felt = { ...known, refunds: known.refunds.map((refund) => (refund.kept?.bearer === bearer ? { ...refund, kept: null } : refund)) }
    const [more, less] = [sumsOf(benefitTarget(known, linkages)), sumsOf(benefitTarget(felt, linkages))]
    known = felt
    return [...more].map(([key, held]) => ({ ...held, bearer, amount_fen: held.amount_fen - (less.get(key)?.amount_fen ?? 0) })).filter(({ amount_fen }) => amount_fen !== 0)
  })
}

/** What must be entered on the bearers' accounts; the producer's obligation falls by as much, by the journal's own balance. */
export function moveBorne(held: readonly Borne[], target: readonly Borne[]): { sale: Entry[]; reversal: Entry[] } {
  const changes = new Map<string, Borne>()
  for (const [sign, all] of [[-1, held], [1, target]] as const) {
    for (const borne of all) {
      const key = JSON.stringify([borne.line_item_id, borne.linkage_version_id, borne.producer_id, borne.bearer])
      changes.set(key, { ...borne, amount_fen: (changes.get(key)?.amount_fen ?? 0) + sign * borne.amount_fen })
    }
  }
  const entryOf = ({ bearer, line_item_id, linkage_version_id, producer_id, amount_fen }: Borne): Entry =>
    ({ account: bearer, beneficiary_id: null, producer_id, linkage_version_id, line_item_id, amount_fen: -amount_fen })
  const sorted = [...changes.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, change]) => change)
  return { sale: sorted.filter(({ amount_fen }) => amount_fen > 0).map(entryOf), reversal: sorted.filter(({ amount_fen }) => amount_fen < 0).map(entryOf) }
}

function sumsOf(holdings: readonly Holding[]): Map<string, Omit<Borne, "bearer">> {
  const sums = new Map<string, Omit<Borne, "bearer">>()
  for (const { line_item_id, linkage_version_id, producer_id, provisional_fen, payable_fen } of holdings) {
    const key = JSON.stringify([line_item_id, linkage_version_id, producer_id])
    sums.set(key, { line_item_id, linkage_version_id, producer_id, amount_fen: (sums.get(key)?.amount_fen ?? 0) + provisional_fen + payable_fen })
  }
  return sums
}
