import type { ApprovalTier } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { addDays } from "../../domain/business-day"
import type { RequestFacts } from "../../domain/spending/decide-approval"
import type { Purchase } from "./purchase"
import { rowsOf } from "./sql"

export interface Policy {
  organisation_id: string
  tiers: ApprovalTier[]
  request_days: number
  approval_days: number
  changed_at: Date
}

export interface RequestRow extends Omit<RequestFacts, "askers" | "given"> {
  id: string
  key: string
  within: string | null
  organisation_id: string
  kind: Purchase["kind"]
  title: string
  on_day: string
  requested_at: Date
  approved_until: string | null
  approval_days: number
  closed_at: Date | null
  reason: string | null
}

export interface DecisionRow {
  request_id: string
  approver_id: string
  decided_by: string
  verdict: "approve" | "reject"
  reason: string
  at: Date
}

export const REQUEST = `id, key, within, organisation_id, kind, title, on_day, amount_fen::float8 as amount_fen, tier, state, requested_at, expires_on, approved_until, approval_days, closed_at, reason`

/** The policies in force, one for each organisation that has any. */
export async function readPolicies(connection: Knex, organisationIds: string[]): Promise<Map<string, Policy>> {
  const rows = await rowsOf<Policy>(connection, `select distinct on (organisation_id) organisation_id, tiers, request_days, approval_days, changed_at from spending_policy
    where organisation_id = any(:ids) order by organisation_id, id desc`, { ids: organisationIds })
  return new Map(rows.map((row) => [row.organisation_id, row]))
}

export async function readDecisions(connection: Knex, requestIds: string[]): Promise<DecisionRow[]> {
  return rowsOf(connection, "select request_id, approver_id, decided_by, verdict, reason, at from spending_decision where request_id = any(:ids) order by at", { ids: requestIds })
}

/** Who asked for what is kept under these keys, and since when. */
export async function readAskers(connection: Knex, keys: (string | null | undefined)[]): Promise<{ key: string; customer_id: string; at: Date }[]> {
  return rowsOf(connection, "select key, customer_id, at from spending_asker where key = any(:keys)", { keys: keys.filter(Boolean) })
}

export async function noteAskers(transaction: Knex, keys: string[], customerIds: string[], at: Date): Promise<void> {
  for (const key of keys) for (const customer_id of customerIds) {
    await transaction.raw("insert into spending_asker (key, customer_id, at) values (?, ?, ?) on conflict (key, customer_id) do update set at = excluded.at", [key, customer_id, at])
  }
}

/** The last request for a purchase with what was decided on it and who asked for it. */
export async function readLastRequest(connection: Knex, purchase: Pick<Purchase, "key" | "within" | "asked_by">) {
  const [row] = await rowsOf<RequestRow>(connection, `select ${REQUEST} from spending_request where key = :key order by requested_at desc, id desc limit 1`, { key: purchase.key })
  if (!row) return null
  const noted = await readAskers(connection, [purchase.key, purchase.within])
  const askers = [...new Set([...(purchase.asked_by ?? []), ...noted.map(({ customer_id }) => customer_id)])]
  const given = (await readDecisions(connection, [row.id])).filter(({ verdict }) => verdict === "approve")
  const changed = row.closed_at !== null && noted.some(({ at }) => at > row.closed_at!)
  return { ...row, askers, given, changed }
}

export async function closeRequest(transaction: Knex, id: string, state: RequestRow["state"], at: Date, more: { reason?: string; approved_until?: string } = {}): Promise<void> {
  await transaction.raw("update spending_request set state = :state, closed_at = :at, reason = coalesce(:reason, reason), approved_until = coalesce(:until, approved_until) where id = :id",
    { id, state, at, reason: more.reason ?? null, until: more.approved_until ?? null } as never)
}

/** Puts an approved request before further approvers: the policy asks for more by now. */
export async function reopenRequest(transaction: Knex, id: string, tier: ApprovalTier, expires_on: string): Promise<void> {
  await transaction.raw("update spending_request set state = 'open', tier = :tier, expires_on = :expires_on, approved_until = null, closed_at = null where id = :id", { id, tier: JSON.stringify(tier), expires_on } as never)
}

export async function openRequest(transaction: Knex, purchase: Purchase, policy: Policy, tier: ApprovalTier, at: Date, today: string): Promise<string> {
  const id = generateEntityId(undefined, "aprq")
  const { key, within = null, organisation_id, kind, title, on, amount_fen } = purchase
  await transaction.raw(`insert into spending_request (id, key, within, organisation_id, kind, title, on_day, amount_fen, tier, state, requested_at, expires_on, approval_days)
    values (:id, :key, :within, :organisation_id, :kind, :title, :on, :amount_fen, :tier, 'open', :at, :expires_on, :approval_days)`,
  { id, key, within, organisation_id, kind, title, on, amount_fen, tier: JSON.stringify(tier), at, expires_on: addDays(today, policy.request_days), approval_days: policy.approval_days } as never)
  await noteMissing(transaction, key, purchase.asked_by ?? [], at)
  return id
}

async function noteMissing(transaction: Knex, key: string, customerIds: string[], at: Date): Promise<void> {
  for (const id of customerIds) await transaction.raw("insert into spending_asker (key, customer_id, at) values (?, ?, ?) on conflict do nothing", [key, id, at])
}
