import { mostMore } from "./allot"
import { type ContractFacts, type OfferFacts, quantityOf } from "./contract"

/** What became an order of its own, or was accepted. */
const orderedOf = ({ deliveries }: ContractFacts): number => deliveries.reduce((sum, { state, quantity, accepted }) => sum + (state === "placed" || state === "accepted" ? accepted ?? quantity : 0), 0)

/**
 * How many pieces of a harvest are kept back for those who booked: what they get and, until nobody can answer any more, what they may
 * still ask for; less what became orders. Nothing of contracts that ended.
 */
export function piecesToKeep({ state, shared_at, actual_yield }: OfferFacts & { actual_yield: number | null }, contracts: readonly ContractFacts[]): number {
  if (state !== "harvested") return 0
  const running = contracts.filter((one) => one.state === "running")
  const gets = (one: ContractFacts) => quantityOf(one) + (shared_at === null ? mostMore(one.booked, one.allotted ?? 0, one.rule) : 0)
  const wanted = running.reduce((sum, one) => sum + Math.max(0, gets(one) - orderedOf(one)), 0)
  const left = (actual_yield ?? 0) - contracts.reduce((sum, one) => sum + orderedOf(one), 0)
  return shared_at === null ? Math.max(0, Math.min(wanted, left)) : wanted
}
