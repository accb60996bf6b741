import { refusal } from "@fupin/access"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { pickCap, type Setting } from "../../domain/settlement/pick-cap"
import { type OpenEntry, type PlannedPayment, planPayment } from "../../domain/settlement/plan-payment"
import { readOpenEntries, readSuspense, type SuspenseRow } from "./read-open"
import { insertRows, lockSettlement, newId, rowsOf } from "./sql"

/** Who gets a beneficiary's money, and keyed marks of the account, by which a change of it is noticed: under the present key first. */
export interface Payee {
  payee_name: string
  account_marks: string[]
  /** The household or person that takes the beneficiary's place. */
  successor_id: string | null
}

/** Payees as they stand now: read outside, because accounts are sealed there. */
export type ResolvePayees = (beneficiaryIds: string[]) => Promise<Map<string, Payee>>

export interface PrepareRun {
  period: string
  region_code: string
  /** Region codes within begin with it. */
  region_prefix: string
  until: Date
  /** Producers in the region, whose suspense is listed. */
  producer_ids: string[]
  actor_id: string
  at: Date
}

/** Lays down a run of everything payable in the region that no other run has. In one transaction, one at a time. */
export async function prepareRun(transaction: Knex, run: PrepareRun, resolve: ResolvePayees): Promise<string> {
  await lockSettlement(transaction)
  await refuseOpen(transaction, run)
  const open = await readOpenEntries(transaction, { prefix: `${run.region_prefix}%`, until: run.until })
  const [cap_bp, suspense, held] = [await readCap(transaction, run.region_code), await readSuspense(transaction, run.producer_ids, run.until), await readHeld(transaction)]
  const plans = planAll(open, cap_bp)
  const paid = plans.filter(({ beneficiary_id, amount_fen }) => amount_fen > 0 && !held.has(beneficiary_id))
  const left = plans.flatMap((plan) => leftOf(plan, held))
  if (paid.length + left.length + suspense.length === 0) throw refusal("not_found", "nothing_to_settle")
  const id = await insertRun(transaction, run, cap_bp)
  await insertPayments(transaction, id, paid, await resolve(paid.map(({ beneficiary_id }) => beneficiary_id)))
  await insertLists(transaction, id, left, suspense)
  return id
}

async function refuseOpen(transaction: Knex, { period, region_code }: PrepareRun): Promise<void> {
  const open = await rowsOf(transaction, "select 1 from settlement where period = :period and region_code = :region_code and state in ('draft', 'submitted', 'approved', 'paying')", { period, region_code })
  if (open.length > 0) throw refusal("conflict", "settlement_open")
}

async function readCap(transaction: Knex, region: string): Promise<number> {
  return pickCap(await rowsOf<Setting>(transaction, "select region, cap_bp from settlement_setting"), region)
}

function planAll(open: OpenEntry[], cap_bp: number): PlannedPayment[] {
  const own = new Map<string, OpenEntry[]>()
  for (const entry of open) own.set(entry.beneficiary_id, [...(own.get(entry.beneficiary_id) ?? []), entry])
  return [...own].map(([beneficiary_id, entries]) => planPayment(beneficiary_id, entries, cap_bp))
}

interface Left {
  beneficiary_id: string
  reason: "held" | "owed"
  earned_fen: number
  owed_fen: number
  note: string | null
}

function leftOf({ beneficiary_id, earned_fen, owed_fen, netted_fen }: PlannedPayment, held: ReadonlyMap<string, string>): Left[] {
  const note = held.get(beneficiary_id)
  if (note !== undefined) return [{ beneficiary_id, reason: "held", earned_fen, owed_fen: owed_fen + netted_fen, note }]
  return owed_fen > 0 ? [{ beneficiary_id, reason: "owed", earned_fen, owed_fen, note: null }] : []
}

async function readHeld(transaction: Knex): Promise<Map<string, string>> {
  const rows = await rowsOf<{ beneficiary_id: string; reason: string }>(transaction, "select beneficiary_id, reason from settlement_hold where released_at is null")
  return new Map(rows.map(({ beneficiary_id, reason }) => [beneficiary_id, reason]))
}

async function insertRun(transaction: Knex, { period, region_code, until, actor_id, at }: PrepareRun, cap_bp: number): Promise<string> {
  const id = newId("stl")
  await transaction.raw(
    `insert into settlement (id, number, period, region_code, until, cap_bp, state, prepared_by, prepared_at)
     select :id, 'DF-' || :period || '-' || :region_code || '-' || (count(*) + 1), :period, :region_code, :until, :cap_bp, 'draft', :actor_id, :at from settlement where period = :period and region_code = :region_code`,
    { id, period, region_code, until, cap_bp, actor_id, at })
  return id
}

async function insertPayments(transaction: Knex, settlement_id: string, plans: PlannedPayment[], payees: ReadonlyMap<string, Payee>): Promise<void> {
  const payments = plans.map((plan) => {
    const payee = payees.get(plan.beneficiary_id)!
    return { ...plan, ...payee, account_mark: payee.account_marks[0] ?? null, id: newId("stlp"), settlement_id, method: payee.account_marks.length === 0 ? "cash" : "bank", state: "planned" }
  })
  await insertRows(transaction, "settlement_payment", {
    id: "text", settlement_id: "text", beneficiary_id: "text", successor_id: "text", payee_name: "text", account_mark: "text", method: "text", state: "text", earned_fen: "bigint", netted_fen: "bigint", amount_fen: "bigint",
  }, payments)
  await insertRows(transaction, "settlement_item", { journal_id: "text", position: "smallint", amount_fen: "bigint", payment_id: "text" },
    payments.flatMap(({ id, items }) => items.map((item) => ({ ...item, payment_id: id }))))
}

async function insertLists(transaction: Knex, settlement_id: string, left: Left[], suspense: SuspenseRow[]): Promise<void> {
  await insertRows(transaction, "settlement_left", { settlement_id: "text", beneficiary_id: "text", reason: "text", earned_fen: "bigint", owed_fen: "bigint", note: "text" }, left.map((row) => ({ ...row, settlement_id })))
  await insertRows(transaction, "settlement_suspense", { id: "text", settlement_id: "text", producer_id: "text", linkage_version_id: "text", entries: "integer", amount_fen: "bigint" }, suspense.map((row) => ({ ...row, id: newId("stls"), settlement_id })))
}
