import { allowed, refusal } from "@fupin/access"
import type { SettlementState } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { decideRun, isDone, type RunAct, type RunFacts } from "../../domain/settlement/decide-run"
import { insertRows, lockSettlement, newId, rowsOf } from "./sql"
import { referenceOf } from "../../domain/settlement/reference"

export interface Act {
  actor_id: string
  at: Date
}

export interface RunRow extends RunFacts {
  id: string
  number: string
  region_code: string
}

/** The run, kept from everybody else until the transaction ends. Error: not_found. */
export async function lockRun(transaction: Knex, id: string): Promise<RunRow> {
  const [row] = await rowsOf<Omit<RunRow, "unexplained">>(transaction, "select id, number, region_code, state, prepared_by, submitted_by from settlement where id = :id for update", { id })
  if (!row) throw refusal("not_found", "not_found")
  const [{ unexplained }] = await rowsOf<{ unexplained: number }>(transaction, "select count(*)::integer as unexplained from settlement_suspense where settlement_id = :id and explanation is null", { id }) as [{ unexplained: number }]
  return { ...row, unexplained }
}

/** Region of a run, for whoever asks. Error: not_found. */
export async function readRunRegion(connection: Knex, id: string): Promise<string> {
  const [row] = await rowsOf<{ region_code: string }>(connection, "select region_code from settlement where id = :id", { id })
  if (!row) throw refusal("not_found", "not_found")
  return row.region_code
}

/** Submits, approves or cancels a run; again changes nothing. What follows from it is part of the same transaction. */
export async function moveRun(transaction: Knex, id: string, act: Exclude<RunAct, "pay">, { actor_id, at }: Act, reason: string | null): Promise<SettlementState> {
  // Cancelling gives items back, which a run being prepared must see or not see whole.
  if (act === "cancel") await lockSettlement(transaction)
  const run = await lockRun(transaction, id)
  const to = allowed(decideRun(run, act, actor_id), "conflict")
  if (to === run.state) return to
  const who = { submit: "submitted", approve: "approved", cancel: "cancelled" }[act]
  await transaction.raw(`update settlement set state = :to, ${who}_by = :actor_id, ${who}_at = :at, cancel_reason = :reason where id = :id`, { id, to, actor_id, at, reason } as never)
  if (act === "cancel") await releasePayments(transaction, "settlement_id = :id", { id, reason: reason ?? "", at })
  if (act === "approve") await makeReady(transaction, id)
  return act === "approve" && (await finishRun(transaction, id, at)) ? "done" : to
}

/** Gives back what these payments took, and says why. */
export async function releasePayments(transaction: Knex, which: string, values: { reason: string; at: Date } & Record<string, unknown>): Promise<void> {
  await transaction.raw(
    `with released as (update settlement_payment set state = 'released' where ${which} and state in ('planned', 'failed') returning id)
     update settlement_item set released_at = :at, release_reason = :reason where payment_id in (select id from released) and released_at is null`, values as never)
}

/** A first attempt for every payment that was approved. */
async function makeReady(transaction: Knex, id: string): Promise<void> {
  const payments = await rowsOf<{ payment_id: string; method: string; amount_fen: number }>(transaction,
    "select id as payment_id, method, amount_fen::float8 as amount_fen from settlement_payment where settlement_id = :id and state = 'planned'", { id })
  await insertAttempts(transaction, payments.map((payment) => ({ ...payment, number: 1 })))
}

export async function insertAttempts(transaction: Knex, attempts: { payment_id: string; number: number; method: string; amount_fen: number }[]): Promise<void> {
  const rows = attempts.map((attempt) => {
    const id = newId("stla")
    return { ...attempt, id, reference: referenceOf(id), state: "ready" }
  })
  await insertRows(transaction, "settlement_attempt", { id: "text", payment_id: "text", number: "integer", method: "text", reference: "text", amount_fen: "bigint", state: "text" }, rows)
}

/** Closes a run in which nothing is left to pay. Answers whether it is closed. */
export async function finishRun(transaction: Knex, id: string, at: Date): Promise<boolean> {
  const states = await rowsOf<{ state: Parameters<typeof isDone>[0][number] }>(transaction, "select distinct state from settlement_payment where settlement_id = :id", { id })
  if (!isDone(states.map(({ state }) => state))) return false
  await transaction.raw("update settlement set state = 'done', done_at = coalesce(done_at, :at) where id = :id and state in ('approved', 'paying')", { id, at } as never)
  return true
}

/** Says why a pool belongs to nobody; before approval it may be said better. Errors: not_found, settlement_state. */
export async function explainSuspense(transaction: Knex, suspenseId: string, explanation: string, { actor_id, at }: Act): Promise<void> {
  const [row] = await rowsOf<{ settlement_id: string }>(transaction, "select settlement_id from settlement_suspense where id = :suspenseId", { suspenseId })
  if (!row) throw refusal("not_found", "not_found")
  const run = await lockRun(transaction, row.settlement_id)
  if (!["draft", "submitted"].includes(run.state)) throw refusal("conflict", "settlement_state")
  await transaction.raw("update settlement_suspense set explanation = :explanation, explained_by = :actor_id, explained_at = :at where id = :suspenseId", { suspenseId, explanation, actor_id, at } as never)
}
