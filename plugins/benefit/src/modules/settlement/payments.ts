import { refusal } from "@fupin/access"
import type { PaymentState, PayoutMethod } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ResolvePayees } from "./prepare"
import { type Act, finishRun, insertAttempts, lockRun, releasePayments } from "./runs"
import { rowsOf } from "./sql"

interface PaymentRow {
  id: string
  settlement_id: string
  beneficiary_id: string
  method: PayoutMethod
  state: PaymentState
  amount_fen: number
  attempts: number
}

/** The run that a payment or a suspense belongs to. Error: not_found. */
export async function readRunOf(connection: Knex, what: "payment" | "suspense", id: string): Promise<string> {
  const [row] = await rowsOf<{ settlement_id: string }>(connection, `select settlement_id from settlement_${what} where id = :id`, { id })
  if (!row) throw refusal("not_found", "not_found")
  return row.settlement_id
}

async function lockPayment(transaction: Knex, paymentId: string): Promise<PaymentRow> {
  await lockRun(transaction, await readRunOf(transaction, "payment", paymentId))
  const [row] = await rowsOf<PaymentRow>(transaction,
    `select id, settlement_id, beneficiary_id, method, state, amount_fen::float8 as amount_fen, (select count(*)::integer from settlement_attempt where payment_id = settlement_payment.id) as attempts
     from settlement_payment where id = :paymentId`, { paymentId })
  return row!
}

/** A new attempt for a payment that failed, to the account as it is now. Again, while that attempt waits, changes nothing. Errors: payment_state, payee_account_missing. */
export async function retryPayment(transaction: Knex, paymentId: string, method: PayoutMethod | undefined, resolve: ResolvePayees): Promise<void> {
  const payment = await lockPayment(transaction, paymentId)
  if (payment.state === "planned" && payment.attempts > 1) return
  if (payment.state !== "failed") throw refusal("conflict", "payment_state")
  await payAs(transaction, payment, method ?? payment.method, resolve)
  await insertAttempts(transaction, [{ payment_id: paymentId, number: payment.attempts + 1, method: method ?? payment.method, amount_fen: payment.amount_fen }])
}

/** Looks at the payee again before anything was sent: another account, or cash in hand. Errors: payment_state, payee_account_missing. */
export async function refreshPayee(transaction: Knex, paymentId: string, method: PayoutMethod | undefined, resolve: ResolvePayees): Promise<void> {
  const payment = await lockPayment(transaction, paymentId)
  if (payment.state !== "planned") throw refusal("conflict", "payment_state")
  await payAs(transaction, payment, method ?? payment.method, resolve)
  await transaction.raw("update settlement_attempt set method = :method where payment_id = :paymentId and state = 'ready'", { paymentId, method: method ?? payment.method } as never)
}

async function payAs(transaction: Knex, { id, beneficiary_id }: PaymentRow, method: PayoutMethod, resolve: ResolvePayees): Promise<void> {
  const payee = (await resolve([beneficiary_id])).get(beneficiary_id)!
  if (method === "bank" && payee.account_marks.length === 0) throw refusal("invalid_data", "payee_account_missing")
  await transaction.raw("update settlement_payment set state = 'planned', method = :method, payee_name = :payee_name, account_mark = :account_mark, successor_id = :successor_id where id = :id", { id, method, payee_name: payee.payee_name, account_mark: payee.account_marks[0] ?? null, successor_id: payee.successor_id } as never)
}

/** Gives a payment up: what it took is payable again, in a later run. Error: payment_state. */
export async function giveUpPayment(transaction: Knex, paymentId: string, reason: string, { at }: Act): Promise<void> {
  const payment = await lockPayment(transaction, paymentId)
  if (payment.state === "released") return
  if (payment.state !== "failed") throw refusal("conflict", "payment_state")
  await releasePayments(transaction, "id = :id", { id: paymentId, reason, at })
  await noteLeft(transaction, "p.id = :id", { id: paymentId, reason: "gave_up", note: reason })
  await finishRun(transaction, payment.settlement_id, at)
}

/** Puts payments on the run's list of those who get nothing now. */
export async function noteLeft(transaction: Knex, which: string, values: Record<string, unknown>): Promise<void> {
  await transaction.raw(
    `insert into settlement_left (settlement_id, beneficiary_id, reason, earned_fen, owed_fen, note)
     select p.settlement_id, p.beneficiary_id, :reason, p.earned_fen, p.netted_fen, :note from settlement_payment p where ${which} on conflict do nothing`, values as never)
}
