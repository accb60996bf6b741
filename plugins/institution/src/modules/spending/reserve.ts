import { ERRORS } from "@fupin/contract/codes"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { addDays, businessDay } from "../../domain/business-day"
import { contentHash } from "../../domain/spending/content"
import { type AheadFacts, type BudgetBook, type Judged, planAhead, planBatch } from "../../domain/spending/plan-batch"
import { budgetWays, planGate } from "../../domain/spending/plan-gate"
import { type JudgedTier, raisedText, SAME_DAY, type Sibling, tierAmong } from "../../domain/spending/split"
import { readCommitted } from "./committed"
import type { Purchase, Verdict } from "./purchase"
import { type LastRequest, type Policy, readLastRequests, readPolicies } from "./requests"
import { readSiblings, togetherOf } from "./siblings"
import { lockSpending, rowsOf } from "./sql"
import { type GateWrites, writeGate } from "./write-gate"

interface Budget {
  organisation_id: string
  year: number
  purpose: Purchase["kind"]
  amount_fen: number
}

interface Limits {
  policies: Map<string, Policy>
  budgets: Budget[]
}

/** A purchase with what is known of it. */
interface Known {
  purchase: Purchase
  content_hash: string
  policy: Policy
  request: LastRequest | null
  together: string
  siblings: Sibling[]
}

const SAME_DELIVERY = "同一协议当天的配送"

const FREE: Policy = { organisation_id: "", tiers: [], request_days: 14, approval_days: 30, changed_at: new Date(0) }

/** Reserves what may be ordered; for the rest says why not, and asks for the approval that is missing. As many queries for a thousand purchases as for one. */
export async function reserve(transaction: Knex, purchases: Purchase[], at: Date): Promise<Map<string, Verdict>> {
  const limits = await lockLimits(transaction, purchases)
  const known = await readKnown(transaction, purchases.filter(({ organisation_id }) => isGoverned(limits, organisation_id)), limits, at)
  const verdicts = new Map<string, Verdict>(purchases.map(({ key }) => [key, { ok: true }]))
  if (known.length === 0) return verdicts
  const held = await readHeld(transaction, known)
  const books = await readBooks(transaction, known.map(({ purchase }) => purchase), limits)
  const plans = planBatch(known.map((one) => {
    const reservation = held.get(one.purchase.key)
    return { ...factsOf(one, at), book: books.get(bookOf(one.purchase)) ?? null, held_fen: reservation?.content_hash === one.content_hash ? reservation.amount_fen : null }
  }))
  const passed = known.filter((_one, index) => plans[index]!.plan.do === "pass")
  const reserves = passed.filter(({ purchase, content_hash }) => held.get(purchase.key)?.amount_fen !== purchase.amount_fen || held.get(purchase.key)?.content_hash !== content_hash)
    .map(({ purchase, content_hash, request, together }) => ({ purchase, content_hash, together, request_id: request?.state === "approved" ? request.id : null }))
  await writeGate(transaction, { ...askedFor(known, plans, at), reserves }, at)
  known.forEach(({ purchase }, index) => verdicts.set(purchase.key, verdictOf(plans[index]!, purchase)))
  return verdicts
}

/** Asks ahead of time for the approvals that purchases will need. Reserves nothing. */
export async function askAhead(transaction: Knex, purchases: Purchase[], at: Date): Promise<void> {
  const limits = await lockLimits(transaction, purchases)
  const known = await readKnown(transaction, purchases.filter(({ organisation_id }) => limits.policies.has(organisation_id)), limits, at)
  const plans = planAhead(known.map((one) => factsOf(one, at)))
  await writeGate(transaction, { ...askedFor(known, plans, at), reserves: [] }, at)
}

/** The tier of a purchase among what has passed today. Reads without locks: what is reserved is judged anew. */
export async function preview(connection: Knex, purchase: Pick<Purchase, "organisation_id" | "kind" | "amount_fen">, at: Date): Promise<JudgedTier> {
  const { tiers } = (await readPolicies(connection, [purchase.organisation_id])).get(purchase.organisation_id) ?? FREE
  const together = togetherOf(purchase, at)
  return tierAmong(tiers, purchase.amount_fen, (await readSiblings(connection, [together])).get(together)!)
}

async function lockLimits(transaction: Knex, purchases: Purchase[]): Promise<Limits> {
  const ids = [...new Set(purchases.map(({ organisation_id }) => organisation_id))]
  const governed = await rowsOf<{ id: string }>(transaction,
    "select organisation_id as id from spending_policy where organisation_id = any(:ids) union select organisation_id from spending_budget where organisation_id = any(:ids)", { ids })
  const held = governed.map(({ id }) => id)
  if (held.length === 0) return { policies: new Map(), budgets: [] }
  await lockSpending(transaction, held)
  const budgets = await rowsOf<Budget>(transaction, "select organisation_id, year, purpose, amount_fen::float8 as amount_fen from spending_budget where organisation_id = any(:held)", { held })
  return { policies: await readPolicies(transaction, held), budgets }
}

const isGoverned = ({ policies, budgets }: Limits, id: string): boolean => policies.has(id) || budgets.some(({ organisation_id }) => organisation_id === id)

async function readKnown(transaction: Knex, purchases: Purchase[], { policies }: Limits, at: Date): Promise<Known[]> {
  if (purchases.length === 0) return []
  const requests = await readLastRequests(transaction, purchases)
  const siblings = await readSiblings(transaction, purchases.filter(({ organisation_id }) => policies.has(organisation_id)).map((one) => togetherOf(one, at)))
  return purchases.map((purchase) => {
    const together = togetherOf(purchase, at)
    return {
      purchase, together, policy: policies.get(purchase.organisation_id) ?? FREE, content_hash: contentHash(purchase.lines, purchase.goes_to), request: requests.get(purchase.key) ?? null, siblings: siblings.get(together) ?? [],
    }
  })
}

const factsOf = ({ purchase: { key, amount_fen }, content_hash, policy: { tiers }, request, siblings }: Known, at: Date): AheadFacts =>
  ({ key, amount_fen, content: content_hash, today: businessDay(at), tiers, request, siblings })

async function readHeld(transaction: Knex, known: Known[]): Promise<Map<string, { amount_fen: number; content_hash: string }>> {
  const rows = await rowsOf<{ key: string; amount_fen: number; content_hash: string }>(transaction,
    "select key, amount_fen::float8 as amount_fen, content_hash from spending_reservation where key = any(:keys) and released_at is null", { keys: known.map(({ purchase }) => purchase.key) })
  return new Map(rows.map(({ key, ...row }) => [key, row]))
}

const bookOf = ({ organisation_id, kind, on }: Pick<Purchase, "organisation_id" | "kind" | "on">): string => `${organisation_id} ${kind} ${Number(on.slice(0, 4))}`

async function readBooks(transaction: Knex, purchases: Pick<Purchase, "key">[], { budgets }: Limits): Promise<Map<string, BudgetBook>> {
  if (budgets.length === 0) return new Map()
  const committed = await readCommitted(transaction, [...new Set(budgets.map(({ organisation_id }) => organisation_id))], purchases.map(({ key }) => key))
  return new Map(budgets.map(({ organisation_id, purpose, year, amount_fen }) => {
    const rows = committed.filter((row) => row.organisation_id === organisation_id && row.kind === purpose && row.year === year)
    const others_fen = rows.find(({ key }) => key === null)?.fen ?? 0
    return [bookOf({ organisation_id, kind: purpose, on: String(year) }), { amount_fen, others_fen, own: new Map(rows.flatMap(({ key, fen }) => (key === null ? [] : [[key, fen]]))) }]
  }))
}

/** Which requests are closed, opened or put to further approvers. */
function askedFor(known: Known[], plans: Judged[], at: Date): Omit<GateWrites, "reserves"> {
  const today = businessDay(at)
  const writes: Omit<GateWrites, "reserves"> = { closes: [], opens: [], reopens: [] }
  known.forEach(({ purchase, content_hash, policy, request }, index) => {
    const { plan, judged: { tier } } = plans[index]!
    const expires_on = addDays(today, policy.request_days)
    if (plan.do === "reopen") writes.reopens.push({ id: request!.id, tier, expires_on })
    if (plan.do !== "ask") return
    if (plan.closes && request) writes.closes.push({ id: request.id, state: plan.closes })
    writes.opens.push({ purchase, content_hash, tier, expires_on, approval_days: policy.approval_days })
  })
  return writes
}

function verdictOf({ plan, judged }: Judged, { kind, together }: Purchase): Verdict {
  if (plan.do === "pass") return { ok: true }
  if (plan.do === "refuse" && plan.code === "budget_exceeded") return overBudget(plan, kind)
  if (plan.do === "refuse" && plan.code !== "approval_needed") return { ok: false, code: plan.code, message: plan.message ?? ERRORS[plan.code] }
  const because = raisedText(judged, together === undefined ? SAME_DAY : SAME_DELIVERY)
  return { ok: false, code: "approval_needed", message: because === null ? ERRORS.approval_needed : `${ERRORS.approval_needed}（${because}）` }
}

const overBudget = ({ message }: { message?: string }, kind: Purchase["kind"]): Verdict => ({ ok: false, code: "budget_exceeded", message: message ? `${message}，${budgetWays(kind)}` : ERRORS.budget_exceeded })

/** What is reserved under a key's own parts (`<key>:…`), which the sum includes. */
const PARTS = "(select coalesce(sum(p.amount_fen), 0) from spending_reservation p where p.organisation_id = s.organisation_id and starts_with(p.key, s.key || ':') and p.released_at is null)"

export async function lower(connection: Knex, key: string, amount_fen: number): Promise<void> {
  await connection.raw(`update spending_reservation s set amount_fen = least(s.amount_fen, greatest(0, :amount_fen - ${PARTS})) where s.key = :key and s.released_at is null`, { key, amount_fen } as never)
}

/** Raises what is reserved to what was approved for it before, as far as the year's budget holds it; whether it may is for the caller to know. Error: budget_exceeded. */
export async function raise(transaction: Knex, purchase: Purchase, at: Date): Promise<Verdict> {
  const limits = await lockLimits(transaction, [purchase])
  const book = (await readBooks(transaction, [purchase], limits)).get(bookOf(purchase))
  const committed_fen = book ? book.others_fen : 0
  const plan = planGate({ amount_fen: purchase.amount_fen, content: "", today: businessDay(at), held_fen: null, budget: book ? { amount_fen: book.amount_fen, committed_fen } : null, tier: { up_to_fen: null, mode: "none", approvers: [] }, request: null })
  if (plan.do !== "pass") return overBudget(plan.do === "refuse" ? plan : {}, purchase.kind)
  await transaction.raw(`update spending_reservation s set amount_fen = greatest(s.amount_fen, :amount_fen - ${PARTS}) where s.key = :key and s.released_at is null`, { key: purchase.key, amount_fen: purchase.amount_fen } as never)
  return { ok: true }
}

/** Gives back what was reserved; again changes nothing. */
export async function release(connection: Knex, keys: string[], at: Date): Promise<void> {
  await connection.raw("update spending_reservation set released_at = :at where key = any(:keys) and released_at is null", { keys, at } as never)
}
