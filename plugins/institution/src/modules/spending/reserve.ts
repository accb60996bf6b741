import { ERRORS } from "@fupin/contract/codes"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { addDays, businessDay } from "../../domain/business-day"
import { tierOf } from "../../domain/spending/approval-policy"
import { type GatePlan, planApproval, planGate } from "../../domain/spending/plan-gate"
import { readCommitted } from "./committed"
import type { Purchase, Verdict } from "./purchase"
import { closeRequest, openRequest, type Policy, readLastRequest, readPolicies, reopenRequest } from "./requests"
import { lockSpending, rowsOf } from "./sql"

interface Limits {
  policies: Map<string, Policy>
  budgets: { organisation_id: string; year: number; purpose: string; amount_fen: number }[]
}

const FREE: Policy = { organisation_id: "", tiers: [], request_days: 14, approval_days: 30, changed_at: new Date(0) }

/** Reserves what may be ordered; for the rest says why not, and asks for the approval that is missing. One organisation at a time. */
export async function reserve(transaction: Knex, purchases: Purchase[], at: Date): Promise<Map<string, Verdict>> {
  const verdicts = new Map<string, Verdict>()
  const limits = await lockLimits(transaction, purchases)
  for (const purchase of purchases) {
    verdicts.set(purchase.key, isGoverned(limits, purchase.organisation_id) ? await reserveOne(transaction, purchase, limits, at) : { ok: true })
  }
  return verdicts
}

/** Asks ahead of time for the approvals that purchases will need. Reserves nothing. */
export async function askAhead(transaction: Knex, purchases: Purchase[], at: Date): Promise<void> {
  const { policies } = await lockLimits(transaction, purchases)
  for (const purchase of purchases) {
    const policy = policies.get(purchase.organisation_id)
    if (!policy) continue
    const request = await readLastRequest(transaction, purchase)
    const tier = tierOf(policy.tiers, purchase.amount_fen)
    const plan = planApproval({ amount_fen: purchase.amount_fen, today: businessDay(at), tier, request })
    await carryOut(transaction, plan, purchase, policy, request?.id ?? null, at)
  }
}

async function lockLimits(transaction: Knex, purchases: Purchase[]): Promise<Limits> {
  const ids = [...new Set(purchases.map(({ organisation_id }) => organisation_id))]
  const governed = await rowsOf<{ id: string }>(transaction,
    "select organisation_id as id from spending_policy where organisation_id = any(:ids) union select organisation_id from spending_budget where organisation_id = any(:ids)", { ids })
  const held = governed.map(({ id }) => id)
  await lockSpending(transaction, held)
  const budgets = await rowsOf<Limits["budgets"][number]>(transaction, "select organisation_id, year, purpose, amount_fen::float8 as amount_fen from spending_budget where organisation_id = any(:held)", { held })
  return { policies: await readPolicies(transaction, held), budgets }
}

const isGoverned = ({ policies, budgets }: Limits, id: string): boolean => policies.has(id) || budgets.some(({ organisation_id }) => organisation_id === id)

async function reserveOne(transaction: Knex, purchase: Purchase, limits: Limits, at: Date): Promise<Verdict> {
  const policy = limits.policies.get(purchase.organisation_id) ?? FREE
  const request = await readLastRequest(transaction, purchase)
  const [held] = await rowsOf<{ amount_fen: number }>(transaction, "select amount_fen::float8 as amount_fen from spending_reservation where key = :key and released_at is null", { key: purchase.key })
  const plan = planGate({
    amount_fen: purchase.amount_fen, today: businessDay(at), held_fen: held?.amount_fen ?? null, budget: await budgetFor(transaction, purchase, limits), tier: tierOf(policy.tiers, purchase.amount_fen), request,
  })
  const verdict = await carryOut(transaction, plan, purchase, policy, request?.id ?? null, at)
  if (verdict.ok && purchase.amount_fen !== held?.amount_fen) await writeReservation(transaction, purchase, request?.state === "approved" ? request.id : null, at)
  return verdict
}

async function budgetFor(transaction: Knex, { organisation_id, kind, on, key }: Purchase, { budgets }: Limits) {
  const year = Number(on.slice(0, 4))
  const budget = budgets.find((one) => one.organisation_id === organisation_id && one.year === year && one.purpose === kind)
  return budget ? { amount_fen: budget.amount_fen, committed_fen: await readCommitted(transaction, organisation_id, kind, year, key) } : null
}

async function carryOut(transaction: Knex, plan: GatePlan, purchase: Purchase, policy: Policy, requestId: string | null, at: Date): Promise<Verdict> {
  if (plan.do === "pass") return { ok: true }
  if (plan.do === "refuse") return { ok: false, code: plan.code, message: plan.message ?? ERRORS[plan.code] }
  const [today, tier] = [businessDay(at), tierOf(policy.tiers, purchase.amount_fen)]
  if (plan.do === "reopen") await reopenRequest(transaction, requestId!, tier, addDays(today, policy.request_days))
  else {
    if (plan.closes && requestId) await closeRequest(transaction, requestId, plan.closes, at)
    await openRequest(transaction, purchase, policy, tier, at, today)
  }
  return { ok: false, code: "approval_needed", message: ERRORS.approval_needed }
}

/** The same key again is the same reservation, at the amount it has by now. */
async function writeReservation(transaction: Knex, { key, organisation_id, kind, on, amount_fen }: Purchase, request_id: string | null, at: Date): Promise<void> {
  await transaction.raw(`insert into spending_reservation (key, organisation_id, kind, on_day, amount_fen, request_id, reserved_at) values (:key, :organisation_id, :kind, :on, :amount_fen, :request_id, :at)
    on conflict (key) do update set amount_fen = excluded.amount_fen, on_day = excluded.on_day, request_id = coalesce(excluded.request_id, spending_reservation.request_id), reserved_at = excluded.reserved_at, released_at = null`,
  { key, organisation_id, kind, on, amount_fen, request_id, at } as never)
}

/** Gives back what was reserved; again changes nothing. */
export async function release(connection: Knex, keys: string[], at: Date): Promise<void> {
  await connection.raw("update spending_reservation set released_at = :at where key = any(:keys) and released_at is null", { keys, at } as never)
}
