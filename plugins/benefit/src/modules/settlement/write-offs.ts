import { allowed, refusal } from "@fupin/access"
import type { Bearer } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { decideSecond } from "../../domain/settlement/decide-run"
import { planWriteOffJournal } from "../../domain/settlement/plan-journals"
import { planWriteOff } from "../../domain/settlement/plan-payment"
import { appendJournals } from "../ledger/append-journals"
import { readOpenEntries } from "./read-open"
import { readWriteOffLines } from "./results"
import type { Act } from "./runs"
import { insertRows, lockSettlement, newId, rowsOf } from "./sql"

export interface ProposedWriteOff {
  beneficiary_id: string
  amount_fen: number
  bearer: Bearer
  reason: string
}

/** Proposes to spare a household what it owes, oldest first; until it is decided no run nets that part. Error: nothing_owed. */
export async function proposeWriteOff(transaction: Knex, { beneficiary_id, amount_fen, bearer, reason }: ProposedWriteOff, { actor_id, at }: Act): Promise<string> {
  await lockSettlement(transaction)
  const items = planWriteOff(await readOpenEntries(transaction, { beneficiary_id, until: at }), amount_fen)
  const owed = -items.reduce((sum, item) => sum + item.amount_fen, 0)
  if (owed < amount_fen) throw refusal("conflict", "nothing_owed", owed === 0 ? undefined : `该户可核销的冲回欠款只有 ${(owed / 100).toFixed(2)} 元，请改小金额`)
  const id = newId("stlw")
  await transaction.raw(
    `insert into settlement_write_off (id, beneficiary_id, amount_fen, bearer, reason, state, proposed_by, proposed_at) values (:id, :beneficiary_id, :amount_fen, :bearer, :reason, 'proposed', :actor_id, :at)`,
    { id, beneficiary_id, amount_fen, bearer, reason, actor_id, at } as never)
  await insertRows(transaction, "settlement_item", { journal_id: "text", position: "smallint", amount_fen: "bigint", write_off_id: "text" }, items.map((item) => ({ ...item, write_off_id: id })))
  return id
}

/** A second person approves, and it is posted, or anybody who may rejects, and it is owed again. Errors: not_found, settlement_state, settlement_second_person. */
export async function decideWriteOff(transaction: Knex, id: string, isApproved: boolean, { actor_id, at }: Act): Promise<void> {
  const [row] = await rowsOf<{ state: string; bearer: Bearer; proposed_by: string }>(transaction, "select state, bearer, proposed_by from settlement_write_off where id = :id for update", { id })
  if (!row) throw refusal("not_found", "not_found")
  const to = isApproved ? "approved" : "rejected"
  if (row.state === to) return
  if (row.state !== "proposed") throw refusal("conflict", "settlement_state")
  if (isApproved) allowed(decideSecond(row.proposed_by, actor_id), "conflict")
  await transaction.raw("update settlement_write_off set state = :to, decided_by = :actor_id, decided_at = :at where id = :id", { id, to, actor_id, at } as never)
  if (isApproved) await appendJournals(transaction, planWriteOffJournal(id, await readWriteOffLines(transaction, id), row.bearer, at))
  else await transaction.raw("update settlement_item set released_at = :at, release_reason = '核销未获批准' where write_off_id = :id and released_at is null", { id, at } as never)
}

/** The household that a hold, a successor or a write-off is about. Error: not_found. */
export async function readCaseBeneficiary(connection: Knex, kind: "hold" | "successor" | "write_off", id: string): Promise<string> {
  const [row] = await rowsOf<{ beneficiary_id: string }>(connection, `select beneficiary_id from settlement_${kind} where id = :id`, { id })
  if (!row) throw refusal("not_found", "not_found")
  return row.beneficiary_id
}
