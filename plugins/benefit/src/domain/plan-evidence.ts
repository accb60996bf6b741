import { exactAmounts } from "./line-base"
import { coverLines } from "./line-coverage"
import type { OrderFacts } from "./order-facts"

/** One line's part of one capture or refund, in fen; a refund's is negative. */
export interface PaymentPart {
  order_id: string
  line_item_id: string
  payment_id: string
  kind: "capture" | "refund"
  at: Date
  amount_fen: number
  /** Of a refund: the capture of this line that it takes back. */
  reverses: { payment_id: string; at: Date } | null
}

/**
 * 附件2: what each payment and refund of an order was for, line by line, in the order in which money moved. Each part is what the
 * line held after the payment less what it held before, so that parts always sum to what the ledger says the line holds.
 */
export function planPaymentParts(facts: OrderFacts): PaymentPart[] {
  const events = [...facts.captures.map((fact) => ({ ...fact, kind: "capture" as const })), ...facts.refunds.map((fact) => ({ ...fact, kind: "refund" as const }))]
    .sort((a, b) => a.at.getTime() - b.at.getTime() || (a.kind === b.kind ? (a.id < b.id ? -1 : 1) : a.kind === "capture" ? -1 : 1))
  const origin = new Map<string, { payment_id: string; at: Date }>()
  let before = new Map<string, number>()
  return events.flatMap(({ id, kind, at }, place) => {
    const ids = new Set(events.slice(0, place + 1).map((event) => event.id))
    const after = heldBy({ ...facts, captures: facts.captures.filter((fact) => ids.has(fact.id)), refunds: facts.refunds.filter((fact) => ids.has(fact.id)) })
    const parts = [...after].map(([line_item_id, fen]) => {
      const amount_fen = fen - (before.get(line_item_id) ?? 0)
      if (amount_fen > 0 && !origin.has(line_item_id)) origin.set(line_item_id, { payment_id: id, at })
      return { order_id: facts.order_id, line_item_id, payment_id: id, kind, at, amount_fen, reverses: kind === "refund" ? (origin.get(line_item_id) ?? null) : null }
    })
    before = after
    return parts.filter(({ amount_fen }) => amount_fen !== 0)
  })
}

/** Money on each line, tax included; a line that costs nothing holds none. */
function heldBy(facts: OrderFacts): Map<string, number> {
  return new Map(coverLines(facts).map(({ line, net }) => [line.line_id, costs([line.live, ...line.earlier]) ? Number(net.part) : 0]))
}

function costs(versions: OrderFacts["lines"][number]["earlier"]): boolean {
  return versions.some((terms) => exactAmounts(terms).total > 0n)
}
