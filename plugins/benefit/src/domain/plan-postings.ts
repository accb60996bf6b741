import { benefitTarget, type Holding } from "./benefit-target"
import { type Entry, type Journal, journalHash, journalId, type JournalKind, RULE_VERSION } from "./journal"
import type { LinkageInForce } from "./linkage"
import type { OrderFacts } from "./order-facts"
import { planSteps } from "./posting-steps"
import { moveHoldings, type Movements } from "./stage-moves"

/** What the ledger says of an order already. */
export interface Posted {
  holdings: Holding[]
  journals: number
  source_ids: string[]
  last_event_at: Date | null
  last_sale_id: string | null
}

export const NOTHING_POSTED: Posted = { holdings: [], journals: 0, source_ids: [], last_event_at: null, last_sale_id: null }

/**
 * The journals that bring the ledger of one order to what the facts say at `now`: what it should say per line, household and
 * stage, less what it says. Run again on its own result it plans nothing. Facts of different moments become journals of those
 * moments, so a period keeps its gross sales and reversals even when both are posted late.
 */
export function planPostings(facts: OrderFacts, linkages: readonly LinkageInForce[], posted: Posted, now: Date): Journal[] {
  let said = posted
  const journals: Journal[] = []
  for (const step of planSteps(facts, posted, now)) {
    const target = benefitTarget(step.facts, linkages)
    const planned = journalsOf(moveHoldings(said.holdings, target), facts.order_id, said, step)
    journals.push(...planned)
    const sale = planned.find(({ kind }) => kind === "sale")
    said = {
      holdings: target, journals: said.journals + planned.length, last_event_at: step.event_at, last_sale_id: sale?.id ?? said.last_sale_id,
      source_ids: planned.length > 0 ? [...said.source_ids, ...step.source_ids] : said.source_ids,
    }
  }
  return journals
}

function journalsOf(movements: Movements, orderId: string, said: Posted, step: { event_at: Date; source_ids: string[] }): Journal[] {
  const kinds: JournalKind[] = (["sale", "reversal", "acceptance"] as const).filter((kind) => movements[kind].length > 0)
  return kinds.map((kind, index) => {
    const idempotency_key = `${orderId}:${said.journals + index + 1}`
    const journal = {
      idempotency_key, kind, order_id: orderId, source_ids: step.source_ids, rule_version: RULE_VERSION,
      reverses: kind === "reversal" ? said.last_sale_id : null, event_at: step.event_at, entries: balanced(movements[kind]),
    }
    return { id: journalId(idempotency_key), input_hash: journalHash(journal), ...journal }
  })
}

/** Households' entries, with the producer's obligation opposite: one for each line and linkage version. */
function balanced(entries: Entry[]): Entry[] {
  const owed = new Map<string, Entry>()
  for (const entry of entries) {
    const key = `${entry.line_item_id}:${entry.linkage_version_id}:${entry.producer_id}`
    const held = owed.get(key) ?? { ...entry, account: "obligation" as const, beneficiary_id: null, amount_fen: 0 }
    owed.set(key, { ...held, amount_fen: held.amount_fen - entry.amount_fen })
  }
  return [...entries, ...[...owed.values()].filter(({ amount_fen }) => amount_fen !== 0)]
}
