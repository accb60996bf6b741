import { allowed, refusal } from "@fupin/access"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { decideMove } from "../../domain/campaign/decide-campaign"
import type { OrderItem, PlannedOrder } from "../../domain/campaign/plan-orders"
import { moveTo } from "./books"
import { type JobRow, startJob } from "./jobs"
import { type CampaignRow, lockCampaign } from "./rows"
import { insertRows, rowsOf } from "./sql"

export interface OrderRow {
  id: string
  campaign_id: string
  recipient_id: string | null
  seller_id: string
  kind: "gift" | "replacement"
  items: OrderItem[]
  total_fen: number
  cost_fen: number
  reason: string | null
  /** Withdrawn: others took its place; withdrawing until the order that may be there is cancelled. */
  state: "planned" | "placed" | "refused" | "withdrawing" | "withdrawn"
  error: string | null
}

const COLUMNS = "id, campaign_id, recipient_id, seller_id, kind, items, total_fen::float8 as total_fen, cost_fen::float8 as cost_fen, reason, state, error"
const INSERTED = { id: "text", campaign_id: "text", recipient_id: "text", seller_id: "text", kind: "text", items: "jsonb", total_fen: "bigint", cost_fen: "bigint", reason: "text" }
const CHUNK = 1_000

export type NewOrder = PlannedOrder & { id: string; campaign_id: string; kind: OrderRow["kind"]; cost_fen: number; reason: string | null }

/** Approves a closed campaign, lays down every order it is to have and begins to place them, in one transaction. Error: campaign_state. */
export async function approve(transaction: Knex, campaignId: string, orders: NewOrder[], started_by: string): Promise<JobRow> {
  const { state } = await lockCampaign(transaction, campaignId)
  allowed(decideMove(state, "approved"), "conflict")
  await insertOrders(transaction, orders)
  await moveTo(transaction, campaignId, "approved")
  return await startJob(transaction, { campaign_id: campaignId, kind: "place", total: orders.length, started_by })
}

/** Closed campaigns whose buyer asked for approval and got it since. */
export async function readApproved(connection: Knex): Promise<Pick<CampaignRow, "id" | "organisation_id">[]> {
  return await rowsOf(connection, `select c.id, c.organisation_id from campaign c join spending_request r on r.key = 'campaign:' || c.id and r.state = 'approved' where c.state = 'closed'`)
}

/** Orders that were refused are tried again: the shop may have stock by now. Error: campaign_state. */
export async function retryRefused(transaction: Knex, campaignId: string, started_by: string): Promise<JobRow> {
  const { state } = await lockCampaign(transaction, campaignId)
  if (state !== "approved") throw refusal("conflict", "campaign_state")
  await transaction.raw("update campaign_order set state = 'planned', error = null where campaign_id = ? and state = 'refused' and kind = 'gift'", [campaignId])
  const { total } = await countOrders(transaction, campaignId)
  return await startJob(transaction, { campaign_id: campaignId, kind: "place", total, started_by })
}

export async function insertOrders(transaction: Knex, orders: readonly NewOrder[]): Promise<void> {
  for (let at = 0; at < orders.length; at += CHUNK) await insertRows(transaction, "campaign_order", INSERTED, orders.slice(at, at + CHUNK), "on conflict (id) do nothing")
}

export async function readPlanned(connection: Knex, campaignId: string, limit: number): Promise<OrderRow[]> {
  return await rowsOf(connection, `select ${COLUMNS} from campaign_order where campaign_id = :campaignId and state = 'planned' and kind = 'gift' order by id limit :limit`, { campaignId, limit })
}

export async function readOrders(connection: Knex, campaignId: string, kind?: OrderRow["kind"]): Promise<OrderRow[]> {
  return await rowsOf(connection, `select ${COLUMNS} from campaign_order where campaign_id = :campaignId and (:kind::text is null or kind = :kind) order by id`, { campaignId, kind: kind ?? null })
}

/** What became of planned orders, read from what was placed. */
export async function recordPlaced(connection: Knex, results: readonly { id: string; error: string | null }[]): Promise<void> {
  await connection.raw(`update campaign_order o set state = case when n.error is null then 'placed' else 'refused' end, error = n.error from jsonb_to_recordset(?::jsonb) as n(id text, error text) where n.id = o.id and o.state = 'planned'`,
    [JSON.stringify(results)])
}

export async function countOrders(connection: Knex, campaignId: string): Promise<{ total: number; placed: number; refused: number }> {
  const [row] = await rowsOf<{ total: number; placed: number; refused: number }>(connection, `select count(*)::integer as total, (count(*) filter (where state = 'placed'))::integer as placed,
    (count(*) filter (where state = 'refused'))::integer as refused from campaign_order where campaign_id = :campaignId and kind = 'gift' and state not in ('withdrawing', 'withdrawn')`, { campaignId })
  return row!
}

const OPEN = "o.campaign_id = campaign.id and o.kind = 'gift' and o.state"

/** Every order is placed: the campaign says so. Where all members were dropped nothing is left of it. */
export async function finishPlacing(connection: Knex, campaign: Pick<CampaignRow, "id">): Promise<void> {
  await connection.raw(`update campaign set moved_at = now(), state = case when exists (select 1 from campaign_order o where ${OPEN} = 'placed') then 'ordered' else 'cancelled' end,
      cancel_reason = case when exists (select 1 from campaign_order o where ${OPEN} = 'placed') then cancel_reason else '名册里已没有领礼包的职工，活动自动取消' end
    where id = ? and state = 'approved' and not exists (select 1 from campaign_order o where ${OPEN} not in ('placed', 'withdrawn'))`, [campaign.id])
}

/** Orders that others took the place of and that may still be there. */
export async function readWithdrawing(connection: Knex, campaignId: string, limit: number): Promise<string[]> {
  return (await rowsOf<{ id: string }>(connection, "select id from campaign_order where campaign_id = :campaignId and state = 'withdrawing' order by id limit :limit", { campaignId, limit })).map(({ id }) => id)
}

export async function recordWithdrawn(connection: Knex, ids: string[]): Promise<void> {
  await connection.raw("update campaign_order set state = 'withdrawn' where id = any(?) and state = 'withdrawing'", [ids])
}

/** What of a unit's campaigns is ordered, or about to be, and not paid yet, in fen by goods; as core says what was paid. */
export interface UnpaidGoods {
  organisation_id: string
  variant_id: string
  fen: number
}

export async function readUnpaid(connection: Knex, organisationIds: string[]): Promise<UnpaidGoods[]> {
  return await rowsOf(connection, `select c.organisation_id, i.variant_id, round(sum(i.quantity * i.unit_price_fen * (1 - least(1, coalesce(paid.fen, 0) / nullif(o.total_fen, 0)))))::float8 as fen
    from campaign c join campaign_order o on o.campaign_id = c.id and o.kind = 'gift' and o.state in ('planned', 'placed')
    cross join lateral jsonb_to_recordset(o.items) as i (variant_id text, quantity integer, unit_price_fen bigint)
    left join "order" k on k.id = o.id
    left join lateral (select sum(p.captured_amount - coalesce(p.refunded_amount, 0)) * 100 as fen from order_payment_collection l join payment_collection p on p.id = l.payment_collection_id and p.deleted_at is null
      where l.order_id = o.id and l.deleted_at is null) paid on true
    where c.organisation_id = any(:organisationIds) and c.state in ('approved', 'ordered', 'handing_out', 'done') and k.status is distinct from 'canceled' group by 1, 2`, { organisationIds })
}
