import { acceptedQuantity, coverLines, type CoveredLine } from "./line-coverage"
import { planPools } from "./line-shares"
import type { LinkageInForce } from "./linkage"
import type { AcceptanceFact, OrderFacts } from "./order-facts"
import { halfUp, millionths } from "./rational"
import { sharesLeft, sharesPayable } from "./reversal"

/** What one household holds of one line by one linkage version, per stage. */
export interface Holding {
  line_item_id: string
  linkage_version_id: string
  producer_id: string
  /** null: suspense. */
  beneficiary_id: string | null
  provisional_fen: number
  payable_fen: number
}

/**
 * What the ledger should say about an order whose captures, refunds and acceptances are these. A refund that the households are
 * not to feel does not reduce the net that pools are computed from.
 */
export function benefitTarget(facts: OrderFacts, linkages: readonly LinkageInForce[]): Holding[] {
  if (facts.captures.length === 0) return []
  const felt = { ...facts, refunds: facts.refunds.filter(({ kept }) => !kept) }
  return coverLines(felt).flatMap((covered) => lineTarget(covered, felt, linkages))
}

function lineTarget(covered: CoveredLine, facts: OrderFacts, linkages: readonly LinkageInForce[]): Holding[] {
  const { line, quantity, base_fen } = covered
  if (line.producer_id === null || quantity <= 0) return []
  const sold = { ...line, producer_id: line.producer_id, quantity, base_fen }
  const net = new Map(planPools(sold, linkages, facts.placed_at, covered.net, covered.units(covered.net)).map((pool) => [pool.version_id, pool.amount_fen]))
  const accepted = acceptedPart(covered, facts.acceptances)
  return planPools(sold, linkages, facts.placed_at, covered.gross, covered.units(covered.gross)).flatMap((gross) => {
    const held = sharesLeft(gross, net.get(gross.version_id) ?? 0, line.line_id)
    const payable = sharesPayable(held, accepted.part, accepted.whole, line.line_id)
    return held.map(({ version_id, beneficiary_id, amount_fen }, index) => ({
      line_item_id: line.line_id, linkage_version_id: version_id, producer_id: sold.producer_id, beneficiary_id,
      provisional_fen: amount_fen - payable[index]!, payable_fen: payable[index]!,
    }))
  })
}

/**
 * How much of what is left of the money is for accepted goods. Money is for them first, and a refund is taken to be for goods not
 * accepted as long as there are any. Worth is rounded to the fen like the money that pays it.
 */
function acceptedPart({ line, quantity, live, net }: CoveredLine, acceptances: readonly AcceptanceFact[]): { part: bigint; whole: bigint } {
  const all = millionths(quantity)
  const worth = millionths(Math.min(acceptedQuantity(line.line_id, acceptances), quantity)) * live.whole
  const isPaidUp = halfUp(worth, all) >= live.part
  return { part: isPaidUp ? all * live.part : worth, whole: all * net.part }
}
