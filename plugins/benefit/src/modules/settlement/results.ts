import { allowed, refusal } from "@fupin/access"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { planReturn, planSettlement, type SettledLine } from "../../domain/settlement/plan-journals"
import { type AttemptFacts, nextState, type PlannedResult, planResults, type ResultLine } from "../../domain/settlement/plan-results"
import { appendJournals } from "../ledger/append-journals"
import { type Act, finishRun, lockRun } from "./runs"
import { newId, rowsOf } from "./sql"

interface Attempt extends AttemptFacts {
  payment_id: string
}

export interface ResultsSaid {
  lines: number
  paid: number
  failed: number
  returned: number
  unchanged: number
}

export interface ReturnFile {
  settlement_id: string
  filename: string
  sha256: string
  lines: ResultLine[]
}

/** Writes what the bank says, all or nothing. Errors: return_file_known and those of `planResults`. */
export async function importReturns(transaction: Knex, { settlement_id, filename, sha256, lines }: ReturnFile, act: Act): Promise<ResultsSaid> {
  await lockRun(transaction, settlement_id)
  const known = await rowsOf(transaction,
    `insert into settlement_import (id, settlement_id, filename, sha256, lines, imported_by, imported_at) values (:id, :settlement_id, :filename, :sha256, :count, :actor_id, :at)
     on conflict do nothing returning id`, { id: newId("stli"), settlement_id, filename, sha256, count: lines.length, ...act })
  if (known.length === 0) throw refusal("conflict", "return_file_known")
  const attempts = await readAttempts(transaction, "p.settlement_id = :settlement_id and a.method = 'bank'", { settlement_id })
  const { planned, unchanged } = allowed(planResults(attempts, lines))
  await applyResults(transaction, settlement_id, attempts, planned, act)
  const many = (to: PlannedResult["to"]) => planned.filter((result) => result.to === to).length
  return { lines: lines.length, paid: many("paid"), failed: many("failed"), returned: many("returned"), unchanged }
}

export interface CashResults {
  settlement_id: string
  batch: number
  unpaid: { payment_id: string; reason: string }[]
}

/** Everybody on a signed list was paid but those named. Errors: not_found, payout_scan_required, payment_state. */
export async function payCash(transaction: Knex, { settlement_id, batch, unpaid }: CashResults, act: Act): Promise<ResultsSaid> {
  await lockRun(transaction, settlement_id)
  const attempts = await readAttempts(transaction, "p.settlement_id = :settlement_id and a.method = 'cash' and b.number = :batch", { settlement_id, batch })
  if (attempts.length === 0) throw refusal("not_found", "not_found")
  const scans = await rowsOf(transaction, "select 1 from settlement_scan s join settlement_batch b on b.id = s.batch_id where b.settlement_id = :settlement_id and b.number = :batch", { settlement_id, batch })
  if (scans.length === 0) throw refusal("conflict", "payout_scan_required")
  const reasons = new Map(unpaid.map(({ payment_id, reason }) => [payment_id, reason]))
  if (unpaid.some(({ payment_id }) => !attempts.some((attempt) => attempt.payment_id === payment_id))) throw refusal("not_found", "not_found")
  const planned = attempts.flatMap((attempt): PlannedResult[] => {
    const said = reasons.has(attempt.payment_id) ? "failed" : "paid"
    if (attempt.state === "sent") return [{ attempt_id: attempt.id, to: said, reason: reasons.get(attempt.payment_id) ?? "" }]
    if (nextState(attempt.state, said) === null && reasons.size > 0) throw refusal("conflict", "payment_state")
    return []
  })
  await applyResults(transaction, settlement_id, attempts, planned, act)
  const many = (to: PlannedResult["to"]) => planned.filter((result) => result.to === to).length
  return { lines: attempts.length, paid: many("paid"), failed: many("failed"), returned: 0, unchanged: attempts.length - planned.length }
}

/** Money of one payment came back, whoever says so. Again changes nothing. Error: payment_state. */
export async function returnPayment(transaction: Knex, settlement_id: string, payment_id: string, reason: string, act: Act): Promise<void> {
  await lockRun(transaction, settlement_id)
  const attempts = await readAttempts(transaction, "p.id = :payment_id", { payment_id })
  const last = attempts.at(-1)
  if (last?.state === "returned") return
  if (last?.state !== "paid") throw refusal("conflict", "payment_state")
  await applyResults(transaction, settlement_id, attempts, [{ attempt_id: last.id, to: "returned", reason }], act)
}

async function readAttempts(transaction: Knex, which: string, values: Record<string, unknown>): Promise<Attempt[]> {
  return await rowsOf(transaction,
    `select a.id, a.payment_id, a.reference, a.amount_fen::float8 as amount_fen, a.state from settlement_attempt a join settlement_payment p on p.id = a.payment_id left join settlement_batch b on b.id = a.batch_id
     where ${which} order by a.payment_id, a.number`, values)
}

/** States, journals and released items of these results; closes the run when nothing is left in it. */
async function applyResults(transaction: Knex, settlementId: string, attempts: Attempt[], planned: PlannedResult[], { actor_id, at }: Act): Promise<void> {
  const byId = new Map(attempts.map((attempt) => [attempt.id, attempt]))
  const results = planned.map((result) => ({ ...result, payment_id: byId.get(result.attempt_id)!.payment_id }))
  await transaction.raw(
    `with said as (select * from jsonb_to_recordset(:results::jsonb) as n(attempt_id text, payment_id text, "to" text, reason text)),
       attempts as (update settlement_attempt a set state = said.to, reason = nullif(said.reason, ''), result_by = :actor_id, result_at = :at from said where a.id = said.attempt_id),
       payments as (update settlement_payment p set state = said.to from said where p.id = said.payment_id)
     update settlement_item i set released_at = :at, release_reason = '退票：' || said.reason from said where i.payment_id = said.payment_id and said.to = 'returned' and i.released_at is null`,
    { results: JSON.stringify(results), actor_id, at } as never)
  const lines = await readLines(transaction, results.filter(({ to }) => to !== "failed").map(({ payment_id }) => payment_id))
  await appendJournals(transaction, results.flatMap(({ attempt_id, payment_id, to }) => {
    if (to === "failed") return []
    return (to === "paid" ? planSettlement : planReturn)(attempt_id, lines.get(payment_id) ?? [], at)
  }))
  await finishRun(transaction, settlementId, at)
}

/** What these payments move, by order line, version and household. */
async function readLines(transaction: Knex, paymentIds: string[]): Promise<Map<string, SettledLine[]>> {
  const rows = await rowsOf<SettledLine & { payment_id: string }>(transaction, `select i.payment_id, ${LINES_OF_ITEMS} where i.payment_id = any(:paymentIds) group by i.payment_id, ${LINE} order by i.payment_id, ${LINE}`, { paymentIds })
  const lines = new Map<string, SettledLine[]>()
  for (const { payment_id, ...line } of rows) lines.set(payment_id, [...(lines.get(payment_id) ?? []), line])
  return lines
}

const LINE = "e.beneficiary_id, e.order_id, e.line_item_id, e.linkage_version_id, e.producer_id"
/** Columns and source of a query that sums items `i` by line. */
const LINES_OF_ITEMS = `${LINE}, sum(i.amount_fen)::float8 as amount_fen from settlement_item i join ledger_entry e on e.journal_id = i.journal_id and e.position = i.position`

/** What a write-off moves, by order line, version and household. */
export async function readWriteOffLines(transaction: Knex, writeOffId: string): Promise<SettledLine[]> {
  return await rowsOf(transaction, `select ${LINES_OF_ITEMS} where i.write_off_id = :writeOffId group by ${LINE} order by ${LINE}`, { writeOffId })
}
