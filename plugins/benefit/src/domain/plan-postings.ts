import { benefitTarget, type Holding } from "./benefit-target"
import { type Borne, borneTarget, moveBorne } from "./borne"
import { type Entry, type Journal, journalHash, journalId, type OrderJournalKind, RULE_VERSION } from "./journal"
import type { LinkageInForce } from "./linkage"
import type { OrderFacts } from "./order-facts"
import { isMisdated, planSteps, type Source, type Step } from "./posting-steps"
import { moveHoldings, type Movements } from "./stage-moves"

/** What the journals of one moment gave or took. */
export interface DatedHolding extends Holding {
  event_at: Date
}

/** What the journals of one moment put on somebody's account in the producer's place. */
export interface DatedBorne extends Borne {
  event_at: Date
}

/** What the ledger says of an order already. */
export interface Posted {
  holdings: DatedHolding[]
  borne: DatedBorne[]
  journals: number
  /** What the journals cite, each as last cited. */
  sources: Source[]
  last_event_at: Date | null
  last_sale_id: string | null
}

export const NOTHING_POSTED: Posted = { holdings: [], borne: [], journals: 0, sources: [], last_event_at: null, last_sale_id: null }

/**
 * The journals that bring the ledger of one order to what the facts say at `now`: what it should say per line, household and
 * stage, less what it says. Run again on its own result it plans nothing. Facts of different moments become journals of those
 * moments, so a period keeps its gross sales and reversals even when both are posted late; when a posted fact turns out to have
 * happened at another moment, all is undone where it stands and posted again where it belongs.
 */
export function planPostings(facts: OrderFacts, linkages: readonly LinkageInForce[], posted: Posted, now: Date): Journal[] {
  const journals = isMisdated(facts, posted) ? undo(facts.order_id, posted) : []
  const start = journals.length > 0 ? { ...NOTHING_POSTED, journals: posted.journals + journals.length } : posted
  let said: Said = start
  for (const step of planSteps(facts, start, now)) {
    const target = benefitTarget(step.facts, linkages)
    const borne = borneTarget(step.facts, linkages)
    const planned = journalsOf(moves(said, { holdings: target, borne }), facts.order_id, said, step)
    journals.push(...planned)
    const sale = planned.find(({ kind }) => kind === "sale")
    said = { holdings: target, borne, journals: said.journals + planned.length, last_sale_id: sale?.id ?? said.last_sale_id }
  }
  return journals
}

interface Said {
  holdings: Holding[]
  borne: Borne[]
  journals: number
  last_sale_id: string | null
}

/** What moves between the households' stages, and with it what moves from the producer's account to another bearer's. */
function moves(held: Pick<Said, "holdings" | "borne">, target: Pick<Said, "holdings" | "borne">): Movements {
  const { sale, reversal, acceptance } = moveHoldings(held.holdings, target.holdings)
  const borne = moveBorne(held.borne, target.borne)
  return { sale: [...sale, ...borne.sale], reversal: [...reversal, ...borne.reversal], acceptance }
}

/** Takes back what each moment gave and gives back what it took, at that moment. */
function undo(orderId: string, posted: Posted): Journal[] {
  const moments = [...new Set([...posted.holdings, ...posted.borne].map(({ event_at }) => event_at.getTime()))].sort((a, b) => a - b)
  return moments.reduce<Journal[]>((journals, time) => {
    const isThen = ({ event_at }: { event_at: Date }) => event_at.getTime() === time
    const held = { holdings: posted.holdings.filter(isThen), borne: posted.borne.filter(isThen) }
    const said = { ...posted, journals: posted.journals + journals.length }
    return [...journals, ...journalsOf(moves(held, { holdings: [], borne: [] }), orderId, said, { event_at: new Date(time), sources: [] })]
  }, [])
}

function journalsOf(movements: Movements, orderId: string, said: Said, step: Pick<Step, "event_at" | "sources">): Journal[] {
  const kinds: OrderJournalKind[] = (["sale", "reversal", "acceptance"] as const).filter((kind) => movements[kind].length > 0)
  return kinds.map((kind, index) => {
    const idempotency_key = `${orderId}:${said.journals + index + 1}`
    const journal = {
      idempotency_key, kind, order_id: orderId, source_ids: step.sources.map(({ id }) => id), source_ats: step.sources.map(({ at }) => at), rule_version: RULE_VERSION,
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
