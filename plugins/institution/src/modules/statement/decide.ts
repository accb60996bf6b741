import { allowed } from "@fupin/access"
import type { AdjustInput, DisputeInput } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { decideAdjust, decideConfirm, decideDispute, statementHash } from "../../domain/statement/decide-statement"
import type { Act } from "./draw"
import { lockStatement, readStatementLines } from "./read"

/** Errors: not_found, statement_state, unknown_statement_line. */
export async function disputeLines(transaction: Knex, id: string, { lines }: DisputeInput, { actor_id, at }: Act): Promise<void> {
  const { state } = await lockStatement(transaction, id)
  allowed(decideDispute(state, await readStatementLines(transaction, [id]), lines.map(({ line_id }) => line_id)), "not_allowed")
  for (const { line_id, reason } of lines) {
    await transaction.raw("update statement_line set dispute = :reason, disputed_by = :actor_id, disputed_at = :at, resolution = null, resolved_by = null, resolved_at = null where id = :line_id", { line_id, reason, actor_id, at } as never)
  }
  await transaction.raw("update statement set state = 'disputed', revision = revision + 1 where id = ?", [id])
}

/** Errors: not_found, statement_state, unknown_statement_line, line_not_disputed, adjustment_too_high. */
export async function adjustLines(transaction: Knex, id: string, { lines }: AdjustInput, { actor_id, at }: Act): Promise<void> {
  const { state } = await lockStatement(transaction, id)
  const next = allowed(decideAdjust(state, await readStatementLines(transaction, [id]), lines), "not_allowed")
  for (const { line_id, due_fen, resolution } of lines) {
    await transaction.raw("update statement_line set due_fen = :due_fen, resolution = :resolution, resolved_by = :actor_id, resolved_at = :at where id = :line_id", { line_id, due_fen, resolution, actor_id, at } as never)
  }
  await transaction.raw("update statement set state = ?, revision = revision + 1 where id = ?", [next, id])
}

/** Freezes what was read; again changes nothing. Answers the number. Errors: not_found, statement_changed, dispute_open, statement_state. */
export async function confirmStatement(transaction: Knex, id: string, revision: number, { actor_id, at }: Act): Promise<string> {
  const held = await lockStatement(transaction, id)
  if (allowed(decideConfirm(held, revision), "conflict") === "again") return held.number
  const sha256 = statementHash({ ...held, lines: await readStatementLines(transaction, [id]) })
  await transaction.raw("update statement set state = 'confirmed', confirmed_by = :actor_id, confirmed_at = :at, sha256 = :sha256 where id = :id", { id, actor_id, at, sha256 } as never)
  return held.number
}
