import { createHash } from "node:crypto"
import { type Decision, no, yes } from "@fupin/contract/codes"
import type { StatementState } from "@fupin/contract/schemas"

export interface DisputableLine {
  id: string
  amount_fen: number
  dispute: string | null
  resolution: string | null
}

/** From where an act may start. Settling is not an act: it follows from the money. */
const FROM = { send: ["draft"], dispute: ["sent", "disputed", "adjusted"], adjust: ["disputed"], confirm: ["sent", "adjusted"] } as const satisfies Record<string, readonly StatementState[]>

/** Error: statement_state. */
export function decideAct(act: keyof typeof FROM, state: StatementState): Decision<true, "statement_state"> {
  return (FROM[act] as readonly StatementState[]).includes(state) ? yes(true) : no("statement_state")
}

/** Whether these lines can be disputed. Errors: statement_state, unknown_statement_line. */
export function decideDispute(state: StatementState, lines: DisputableLine[], ids: string[]): Decision<true, "statement_state" | "unknown_statement_line"> {
  const act = decideAct("dispute", state)
  if (!act.ok) return act
  return ids.every((id) => lines.some((line) => line.id === id)) ? yes(true) : no("unknown_statement_line")
}

/**
 * Whether amounts settle disputes: of lines in dispute, and never above what the line was. Answers the state after it.
 * Errors: statement_state, unknown_statement_line, line_not_disputed, adjustment_too_high.
 */
export function decideAdjust(state: StatementState, lines: DisputableLine[], changes: { line_id: string; due_fen: number }[]):
Decision<"adjusted" | "disputed", "statement_state" | "unknown_statement_line" | "line_not_disputed" | "adjustment_too_high"> {
  const act = decideAct("adjust", state)
  if (!act.ok) return act
  for (const { line_id, due_fen } of changes) {
    const line = lines.find(({ id }) => id === line_id)
    if (!line) return no("unknown_statement_line")
    if (!isDisputed(line)) return no("line_not_disputed")
    if (due_fen !== line.amount_fen && (due_fen < 0 || due_fen > line.amount_fen)) return no("adjustment_too_high")
  }
  const settled = new Set(changes.map(({ line_id }) => line_id))
  return yes(lines.some((line) => isDisputed(line) && !settled.has(line.id)) ? "disputed" : "adjusted")
}

/** "again" when it is confirmed already. Errors: statement_changed when it is not what was read, dispute_open, statement_state. */
export function decideConfirm(held: { state: StatementState; revision: number }, revision: number): Decision<"confirm" | "again", "statement_changed" | "statement_state" | "dispute_open"> {
  if (held.revision !== revision) return no("statement_changed")
  if (held.state === "confirmed" || held.state === "settled") return yes("again")
  if (held.state === "disputed") return no("dispute_open")
  return decideAct("confirm", held.state).ok ? yes("confirm") : no("statement_state")
}

const isDisputed = ({ dispute, resolution }: DisputableLine): boolean => dispute !== null && resolution === null

export interface FrozenStatement {
  number: string
  organisation_id: string
  seller_id: string
  month: string
  lines: { order_id: string; variant_id: string; delivery_date: string; quantity: number; unit_price_fen: number; due_fen: number }[]
}

/** SHA-256, in hex, of what both sides agreed on: the same whatever the order of its lines. */
export function statementHash({ number, organisation_id, seller_id, month, lines }: FrozenStatement): string {
  const rows = lines.map((line) => [line.delivery_date, line.order_id, line.variant_id, line.quantity, line.unit_price_fen, line.due_fen].join("\t")).sort()
  return createHash("sha256").update([number, organisation_id, seller_id, month, ...rows].join("\n")).digest("hex")
}
