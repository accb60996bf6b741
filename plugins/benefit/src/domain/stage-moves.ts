import type { Holding } from "./benefit-target"
import type { Entry, OrderJournalKind } from "./journal"

export type Movements = Record<OrderJournalKind, Entry[]>

interface Change {
  held: Holding
  target: Holding
}

/**
 * What must move between stages so that what is held becomes the target: money in or out first, then acceptance. A line's change is
 * a sale or a reversal by what its pool gains or loses; inside it the leftover fen may fall to another household than before.
 */
export function moveHoldings(held: readonly Holding[], target: readonly Holding[]): Movements {
  const movements: Movements = { sale: [], reversal: [], acceptance: [] }
  for (const changes of poolsOf(byKey(held), byKey(target))) {
    const gain = changes.reduce((sum, change) => sum + gainOf(change), 0)
    for (const change of changes) addMoves(movements, gain > 0 ? "sale" : "reversal", change)
  }
  return movements
}

const total = ({ provisional_fen, payable_fen }: Holding) => provisional_fen + payable_fen
const gainOf = ({ held, target }: Change) => total(target) - total(held)

/** What leaves is taken from the provisional stage first, as far as the target leaves room there. */
function addMoves(movements: Movements, kind: OrderJournalKind, { held, target }: Change): void {
  const enter = (into: OrderJournalKind, account: Entry["account"], amount_fen: number) => {
    const { line_item_id, linkage_version_id, producer_id, beneficiary_id } = held
    if (amount_fen !== 0) movements[into].push({ account, beneficiary_id, producer_id, linkage_version_id, line_item_id, amount_fen })
  }
  const gain = gainOf({ held, target })
  const fromProvisional = gain >= 0 ? gain : -Math.min(-gain, Math.max(0, held.provisional_fen - target.provisional_fen))
  enter(kind, "provisional", fromProvisional)
  enter(kind, "payable", gain - fromProvisional)

  const accepted = held.provisional_fen + fromProvisional - target.provisional_fen
  enter("acceptance", "provisional", -accepted)
  enter("acceptance", "payable", accepted)
}

/** Changes by line and linkage version, in a fixed order. */
function poolsOf(before: Map<string, Holding>, after: Map<string, Holding>): Change[][] {
  const pools = new Map<string, Change[]>()
  for (const key of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    const nothing = { ...(after.get(key) ?? before.get(key))!, provisional_fen: 0, payable_fen: 0 }
    const change = { held: before.get(key) ?? nothing, target: after.get(key) ?? nothing }
    const pool = JSON.stringify([nothing.line_item_id, nothing.linkage_version_id])
    pools.set(pool, [...(pools.get(pool) ?? []), change])
  }
  return [...pools.values()]
}

function byKey(holdings: readonly Holding[]): Map<string, Holding> {
  const sums = new Map<string, Holding>()
  for (const holding of holdings) {
    const key = JSON.stringify([holding.line_item_id, holding.linkage_version_id, holding.producer_id, holding.beneficiary_id])
    const held = sums.get(key)
    sums.set(key, held ? { ...held, provisional_fen: held.provisional_fen + holding.provisional_fen, payable_fen: held.payable_fen + holding.payable_fen } : holding)
  }
  return sums
}
