import { allowed, refusal } from "@fupin/access"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { decideSecond } from "../../domain/settlement/decide-run"
import type { Act } from "./runs"
import { lockSettlement, rowsOf } from "./sql"

/** A person who is no beneficiary and receives what a household earned. Households that take another's place stand in `household_succession`. */
export interface NamedSuccessor {
  id: string
  beneficiary_id: string
  cause: "death" | "move"
  payee_name: string
  bank_account_sealed: string | null
  reason: string
}

/** Names a person who receives what a household earned; counts once a second person has agreed. Error: already_succeeded. */
export async function nameSuccessor(transaction: Knex, successor: NamedSuccessor, { actor_id, at }: Act): Promise<void> {
  const rows = await rowsOf(transaction,
    `insert into settlement_successor (id, beneficiary_id, cause, payee_name, bank_account_sealed, reason, named_by, named_at)
     values (:id, :beneficiary_id, :cause, :payee_name, :bank_account_sealed, :reason, :actor_id, :at) on conflict do nothing returning id`, { ...successor, actor_id, at })
  if (rows.length === 0) throw refusal("conflict", "already_succeeded")
}

/** A second person agrees. Errors: not_found, settlement_second_person. */
export async function approveSuccessor(transaction: Knex, id: string, { actor_id, at }: Act): Promise<void> {
  await lockSettlement(transaction)
  const [row] = await rowsOf<{ named_by: string; approved_at: Date | null; ended_at: Date | null }>(transaction, "select named_by, approved_at, ended_at from settlement_successor where id = :id for update", { id })
  if (!row || row.ended_at !== null) throw refusal("not_found", "not_found")
  if (row.approved_at !== null) return
  allowed(decideSecond(row.named_by, actor_id), "conflict")
  await transaction.raw("update settlement_successor set approved_by = :actor_id, approved_at = :at where id = :id", { id, actor_id, at } as never)
}

/** From now on the household's own payee counts again, or another successor may be named. Error: not_found. */
export async function endSuccessor(transaction: Knex, id: string, { actor_id, at }: Act): Promise<void> {
  const rows = await rowsOf(transaction, "update settlement_successor set ended_by = coalesce(ended_by, :actor_id), ended_at = coalesce(ended_at, :at) where id = :id returning id", { id, actor_id, at })
  if (rows.length === 0) throw refusal("not_found", "not_found")
}

/** Successors in force of these beneficiaries, or the ones of these ids whatever became of them. */
export async function readSuccessors(connection: Knex, by: { beneficiary_ids: string[] } | { ids: string[] }): Promise<NamedSuccessor[]> {
  const which = "ids" in by ? "id = any(:ids)" : "beneficiary_id = any(:beneficiary_ids) and approved_at is not null and ended_at is null"
  return await rowsOf(connection, `select id, beneficiary_id, cause, payee_name, bank_account_sealed, reason from settlement_successor where ${which}`, { ...by })
}
