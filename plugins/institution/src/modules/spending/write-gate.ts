import type { ApprovalTier } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { mergeContent } from "../../domain/spending/content"
import type { Purchase } from "./purchase"
import type { RequestRow } from "./requests"

/** What the gate changes, for however many purchases: each kind of row in one statement. */
export interface GateWrites {
  closes: { id: string; state: RequestRow["state"] }[]
  opens: { purchase: Purchase; content_hash: string; tier: ApprovalTier; expires_on: string; approval_days: number }[]
  reopens: { id: string; tier: ApprovalTier; expires_on: string }[]
  reserves: { purchase: Purchase; content_hash: string; together: string; request_id: string | null }[]
}

/** What was asked for before is closed first: a purchase has one live request. */
export async function writeGate(transaction: Knex, { closes, opens, reopens, reserves }: GateWrites, at: Date): Promise<void> {
  if (closes.length > 0) {
    await transaction.raw("update spending_request r set state = c.state, closed_at = :at from jsonb_to_recordset(:rows::jsonb) as c (id text, state text) where r.id = c.id", { rows: JSON.stringify(closes), at } as never)
  }
  if (reopens.length > 0) {
    await transaction.raw(`update spending_request r set state = 'open', tier = c.tier, expires_on = c.expires_on, approved_until = null, closed_at = null
      from jsonb_to_recordset(:rows::jsonb) as c (id text, tier jsonb, expires_on text) where r.id = c.id`, { rows: JSON.stringify(reopens) } as never)
  }
  if (opens.length > 0) await openRequests(transaction, opens, at)
  if (reserves.length > 0) await writeReservations(transaction, reserves, at)
}

async function openRequests(transaction: Knex, opens: GateWrites["opens"], at: Date): Promise<void> {
  const rows = opens.map(({ purchase: { key, within = null, organisation_id, kind, title, on, amount_fen, lines }, ...request }) => ({
    ...request, id: generateEntityId(undefined, "aprq"), key, within, organisation_id, kind, title, on_day: on, amount_fen, content: mergeContent(lines),
  }))
  await transaction.raw(`insert into spending_request (id, key, within, organisation_id, kind, title, on_day, amount_fen, content, content_hash, tier, state, requested_at, expires_on, approval_days)
    select id, key, within, organisation_id, kind, title, on_day, amount_fen, content, content_hash, tier, 'open', :at, expires_on, approval_days
    from jsonb_to_recordset(:rows::jsonb) as r (id text, key text, within text, organisation_id text, kind text, title text, on_day text, amount_fen bigint, content jsonb, content_hash text, tier jsonb, expires_on text, approval_days integer)`,
  { rows: JSON.stringify(rows), at } as never)
  const askers = opens.flatMap(({ purchase: { key, asked_by = [] } }) => asked_by.map((customer_id) => ({ key, customer_id })))
  await transaction.raw("insert into spending_asker (key, customer_id, at) select distinct key, customer_id, :at::timestamptz from jsonb_to_recordset(:rows::jsonb) as r (key text, customer_id text) on conflict do nothing", { rows: JSON.stringify(askers), at } as never)
}

/** The same key again is the same reservation, at the amount it has by now; less of it stays with what it was judged together with. */
async function writeReservations(transaction: Knex, reserves: GateWrites["reserves"], at: Date): Promise<void> {
  const rows = reserves.map(({ purchase: { key, organisation_id, kind, on, amount_fen }, ...more }) => ({ ...more, key, organisation_id, kind, on_day: on, amount_fen }))
  await transaction.raw(`insert into spending_reservation (key, organisation_id, kind, on_day, amount_fen, content_hash, together, request_id, reserved_at)
    select key, organisation_id, kind, on_day, amount_fen, content_hash, together, request_id, :at
    from jsonb_to_recordset(:rows::jsonb) as r (key text, organisation_id text, kind text, on_day text, amount_fen bigint, content_hash text, together text, request_id text)
    on conflict (key) do update set amount_fen = excluded.amount_fen, on_day = excluded.on_day, content_hash = excluded.content_hash,
      together = case when spending_reservation.released_at is null and spending_reservation.content_hash = excluded.content_hash and spending_reservation.amount_fen >= excluded.amount_fen then spending_reservation.together else excluded.together end,
      request_id = coalesce(excluded.request_id, spending_reservation.request_id), reserved_at = excluded.reserved_at, released_at = null`, { rows: JSON.stringify(rows), at } as never)
}
