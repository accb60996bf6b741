import type { ApprovalTier } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { SeatFacts } from "../../domain/spending/decide-approval"
import type { ContentLine } from "../../domain/spending/content"
import type { Purchase } from "./purchase"
import { rowsOf } from "./sql"

export interface Policy {
  organisation_id: string
  tiers: ApprovalTier[]
  request_days: number
  approval_days: number
  changed_at: Date
}

export interface RequestRow extends Omit<SeatFacts, "askers" | "given"> {
  id: string
  key: string
  within: string | null
  organisation_id: string
  kind: Purchase["kind"]
  title: string
  on_day: string
  /** What was asked for, as it was asked: whoever decides sees this, and approves this. */
  lines: ContentLine[]
  content: string
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

export const REQUEST = `id, key, within, organisation_id, kind, title, on_day, amount_fen::float8 as amount_fen, content as lines, content_hash as content, tier, state, requested_at, expires_on, approved_until, approval_days, closed_at, reason,
  (select jsonb_build_object('state', w.state, 'delivery_date', w.delivery_date) from occurrence w where w.id = substring(key from '^occurrence:(.*)$')) as delivery`

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
  await transaction.raw(`insert into spending_asker (key, customer_id, at) select k, c, :at from unnest(:keys::text[]) k cross join unnest(:customers::text[]) c
    on conflict (key, customer_id) do update set at = excluded.at`, { keys: [...new Set(keys)], customers: [...new Set(customerIds)], at } as never)
}

export type LastRequest = RequestRow & { askers: string[]; given: DecisionRow[]; changed: boolean }

/** The last request for each purchase that has one, by its key, with what was decided on it and who asked for it. Three queries. */
export async function readLastRequests(connection: Knex, purchases: Pick<Purchase, "key" | "within" | "asked_by">[]): Promise<Map<string, LastRequest>> {
  const rows = await rowsOf<RequestRow>(connection, `select distinct on (key) ${REQUEST} from spending_request where key = any(:keys) order by key, requested_at desc, id desc`, { keys: purchases.map(({ key }) => key) })
  if (rows.length === 0) return new Map()
  const noted = await readAskers(connection, purchases.flatMap(({ key, within }) => [key, within]))
  const decisions = await readDecisions(connection, rows.map(({ id }) => id))
  return new Map(rows.map((row) => {
    const { within, asked_by = [] } = purchases.find(({ key }) => key === row.key)!
    const own = noted.filter(({ key }) => key === row.key || key === within)
    const askers = [...new Set([...asked_by, ...own.map(({ customer_id }) => customer_id)])]
    const given = decisions.filter(({ request_id, verdict }) => request_id === row.id && verdict === "approve")
    return [row.key, { ...row, askers, given, changed: row.closed_at !== null && own.some(({ at }) => at > row.closed_at!) }]
  }))
}

export async function closeRequest(transaction: Knex, id: string, state: RequestRow["state"], at: Date, more: { reason?: string; approved_until?: string } = {}): Promise<void> {
  await transaction.raw("update spending_request set state = :state, closed_at = :at, reason = coalesce(:reason, reason), approved_until = coalesce(:until, approved_until) where id = :id",
    { id, state, at, reason: more.reason ?? null, until: more.approved_until ?? null } as never)
}
