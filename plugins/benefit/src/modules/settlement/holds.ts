import { allowed, refusal } from "@fupin/access"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { decideSecond } from "../../domain/settlement/decide-run"
import { noteLeft } from "./payments"
import { type Act, finishRun, lockRun, releasePayments } from "./runs"
import { lockSettlement, newId, rowsOf } from "./sql"

/** Stops paying a household; what was not sent yet is payable again. What is at the bank already cannot be stopped here: `sent` says how many. Error: already_held. */
export async function hold(transaction: Knex, beneficiary_id: string, reason: string, { actor_id, at }: Act): Promise<{ id: string; sent: number }> {
  await lockSettlement(transaction)
  const [row] = await rowsOf<{ id: string }>(transaction,
    "insert into settlement_hold (id, beneficiary_id, reason, held_by, held_at) values (:id, :beneficiary_id, :reason, :actor_id, :at) on conflict do nothing returning id", { id: newId("stlh"), beneficiary_id, reason, actor_id, at })
  if (!row) throw refusal("conflict", "already_held")
  const runs = await rowsOf<{ settlement_id: string }>(transaction, "select distinct settlement_id from settlement_payment where beneficiary_id = :beneficiary_id and state in ('planned', 'sent', 'failed') order by 1", { beneficiary_id })
  for (const { settlement_id } of runs) await lockRun(transaction, settlement_id)
  const which = "beneficiary_id = :beneficiary_id"
  await noteLeft(transaction, `p.${which} and p.state in ('planned', 'failed')`, { beneficiary_id, reason: "held", note: reason })
  await releasePayments(transaction, which, { beneficiary_id, reason, at })
  await dropReady(transaction, beneficiary_id, reason)
  for (const { settlement_id } of runs) await finishIfApproved(transaction, settlement_id, at)
  const [sent] = await rowsOf<{ many: number }>(transaction, `select count(*)::integer as many from settlement_payment where ${which} and state = 'sent'`, { beneficiary_id })
  return { id: row.id, sent: sent!.many }
}

/** An attempt that was never sent does not stay ready. */
async function dropReady(transaction: Knex, beneficiary_id: string, reason: string): Promise<void> {
  await transaction.raw(
    `update settlement_attempt a set state = 'failed', reason = :reason from settlement_payment p where p.id = a.payment_id and p.beneficiary_id = :beneficiary_id and p.state = 'released' and a.state = 'ready'`, { beneficiary_id, reason } as never)
}

async function finishIfApproved(transaction: Knex, settlement_id: string, at: Date): Promise<void> {
  const [run] = await rowsOf<{ state: string }>(transaction, "select state from settlement where id = :settlement_id", { settlement_id })
  if (run!.state === "approved" || run!.state === "paying") await finishRun(transaction, settlement_id, at)
}

/** Lets a household be paid again, in the next run. Errors: not_found, settlement_second_person. */
export async function releaseHold(transaction: Knex, id: string, reason: string, { actor_id, at }: Act): Promise<void> {
  const [held] = await rowsOf<{ held_by: string; released_at: Date | null }>(transaction, "select held_by, released_at from settlement_hold where id = :id for update", { id })
  if (!held) throw refusal("not_found", "not_found")
  if (held.released_at !== null) return
  allowed(decideSecond(held.held_by, actor_id), "conflict")
  await transaction.raw("update settlement_hold set released_by = :actor_id, released_at = :at, release_reason = :reason where id = :id", { id, reason, actor_id, at } as never)
}
