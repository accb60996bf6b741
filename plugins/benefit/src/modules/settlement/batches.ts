import { allowed, refusal } from "@fupin/access"
import type { PayoutMethod } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { decideRun } from "../../domain/settlement/decide-run"
import type { ResolvePayees } from "./prepare"
import { type Act, lockRun } from "./runs"
import { newId, rowsOf } from "./sql"

export interface HandOut {
  settlement_id: string
  method: PayoutMethod
  /** A batch that was handed out before; absent: everything that is ready. */
  batch?: number
}

export interface HandedPayment {
  payment_id: string
  beneficiary_id: string
  successor_id: string | null
  payee_name: string
  account_mark: string | null
  reference: string
  amount_fen: number
}

export interface HandedOut {
  number: string
  batch: number
  method: PayoutMethod
  payments: HandedPayment[]
}

/**
 * Marks what is ready as sent, in a new batch, or reads a batch again; nobody is in two batches at once. A payee whose account is not the one that
 * was approved stops all of it. Errors: settlement_state, nothing_to_pay, payee_account_changed, not_found.
 */
export async function handOut(transaction: Knex, { settlement_id, method, batch }: HandOut, { actor_id, at }: Act, resolve: ResolvePayees): Promise<HandedOut> {
  const run = await lockRun(transaction, settlement_id)
  const number = batch ?? (await openBatch(transaction, settlement_id, method, { actor_id, at }, () => allowed(decideRun(run, "pay", actor_id), "conflict")))
  const payments = await rowsOf<HandedPayment>(transaction,
    `select p.id as payment_id, p.beneficiary_id, p.successor_id, p.payee_name, p.account_mark, a.reference, a.amount_fen::float8 as amount_fen
     from settlement_batch b join settlement_attempt a on a.batch_id = b.id join settlement_payment p on p.id = a.payment_id join household h on h.id = p.beneficiary_id
     where b.settlement_id = :settlement_id and b.number = :number and b.method = :method order by h.code`, { settlement_id, number, method })
  if (payments.length === 0) throw refusal("not_found", "not_found")
  if (method === "bank") await refuseChanged(payments, resolve)
  return { number: run.number, batch: number, method, payments }
}

async function openBatch(transaction: Knex, settlement_id: string, method: PayoutMethod, { actor_id, at }: Act, mayPay: () => void): Promise<number> {
  mayPay()
  const id = newId("stlb")
  const [batch] = await rowsOf<{ number: number }>(transaction,
    `insert into settlement_batch (id, settlement_id, number, method, created_by, created_at)
     select :id, :settlement_id, (select count(*) from settlement_batch where settlement_id = :settlement_id) + 1, :method, :actor_id, :at
     where exists (select 1 from settlement_attempt a join settlement_payment p on p.id = a.payment_id where p.settlement_id = :settlement_id and p.state = 'planned' and a.state = 'ready' and a.method = :method) returning number`,
    { id, settlement_id, method, actor_id, at })
  if (!batch) throw refusal("not_found", "nothing_to_pay")
  await transaction.raw(
    `with sent as (update settlement_attempt a set state = 'sent', batch_id = :id from settlement_payment p
       where p.id = a.payment_id and p.settlement_id = :settlement_id and p.state = 'planned' and a.state = 'ready' and a.method = :method returning a.payment_id)
     update settlement_payment set state = 'sent' where id in (select payment_id from sent)`, { id, settlement_id, method } as never)
  await transaction.raw("update settlement set state = 'paying' where id = :settlement_id", { settlement_id } as never)
  return batch.number
}

async function refuseChanged(payments: HandedPayment[], resolve: ResolvePayees): Promise<void> {
  const payees = await resolve(payments.map(({ beneficiary_id }) => beneficiary_id))
  const changed = payments.filter(({ beneficiary_id, account_mark }) => account_mark === null || !payees.get(beneficiary_id)!.account_marks.includes(account_mark))
  if (changed.length > 0) throw refusal("conflict", "payee_account_changed", `${changed.length} 位领款人的账号在批准后有变更（凭号 ${changed.slice(0, 5).map(({ reference }) => reference).join("、")}），请另一人核对并更新领款账号后再付`)
}
