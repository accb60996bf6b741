import { allowed, refusal } from "@fupin/access"
import type { Delivery } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { type Giving, planCampaignOrders } from "../../domain/campaign/plan-orders"
import { type ChosenPack, decideRemedy } from "../../domain/campaign/remedy"
import { replanOrders } from "../../domain/campaign/replan-orders"
import { campaignOrderId } from "../../domain/campaign/secrets"
import { lockHolders, moveHolders, noteChanges } from "./changes"
import { type JobRow, startJob } from "./jobs"
import { insertOrders, type OrderRow, readOrders } from "./orders"
import { lockVariants, readPromised } from "./promises"
import { componentsOf, lockCampaign, type PackRow, readPacks } from "./rows"
import { rowsOf } from "./sql"

/** Members whose pack cannot be supplied get another one, or (`to_pack_id` null) are dropped. No ids: all who have the pack. */
export interface Remedy {
  pack_id: string
  to_pack_id: string | null
  recipient_ids: readonly string[]
  reason: string
  by: string
}

/** What a remedy asks of the world outside the campaign, within its own transaction. */
export interface RemedyWorld {
  /** Pieces that the shop can still promise where what these orders reserved counts as free; nought of what it sells no more. */
  available: (connection: Knex, variantIds: string[], ownOrderIds: string[]) => Promise<Map<string, number>>
  /** Who sells each of the goods. */
  sellers: ReadonlyMap<string, string>
  /** Lowers what is reserved for the campaign to what it costs now. */
  lower: (transaction: Knex, amount_fen: number) => Promise<void>
  key: string
}

export interface Remedied {
  members: number
  heads: number
  before_fen: number
  after_fen: number
  given_back_fen: number
}

export const costOf = (packs: readonly PackRow[]): number => packs.reduce((sum, { price_fen, taken }) => sum + price_fen * taken, 0)
export const standing = (orders: readonly OrderRow[]): OrderRow[] => orders.filter(({ state }) => state !== "withdrawing" && state !== "withdrawn")

export const chosenPacks = (packs: readonly PackRow[]): ChosenPack[] => packs.map(({ lines, ...pack }) => ({ ...pack, components: componentsOf(lines) }))

/** Pieces left once everybody of all campaigns has theirs; below nought they are missing. Counted goods alone. */
export async function readSpare(connection: Knex, packs: readonly PackRow[], orders: readonly OrderRow[], available: RemedyWorld["available"]): Promise<Map<string, number>> {
  const variants = [...new Set(packs.flatMap(({ lines }) => lines.map(({ variant_id }) => variant_id)))]
  const promised = await readPromised(connection, variants)
  return new Map([...(await available(connection, variants, orders.map(({ id }) => id)))].map(([id, pieces]) => [id, pieces - (promised.get(id) ?? 0)]))
}

/**
 * Members, packs, orders and what is reserved change together or not at all; then placing goes on. A second click finds nobody left
 * to change. Errors: not_found, campaign_state, campaign_placing, pack_sent_already, those of `decideRemedy`.
 */
export async function remedy(transaction: Knex, campaignId: string, { pack_id, to_pack_id, recipient_ids, reason, by }: Remedy, world: RemedyWorld): Promise<{ figures: Remedied; job: JobRow }> {
  const { state, floor_fen } = await lockCampaign(transaction, campaignId)
  if (state !== "approved") throw refusal("not_allowed", "campaign_state")
  await requireIdle(transaction, campaignId)
  const packs = await readPacks(transaction, [campaignId])
  await lockVariants(transaction, packs.flatMap(({ lines }) => lines.map(({ variant_id }) => variant_id)))
  const orders = await readOrders(transaction, campaignId, "gift")
  const spare = await readSpare(transaction, packs, orders, world.available)
  const members = await lockHolders(transaction, campaignId, pack_id, recipient_ids)
  const given_back_fen = allowed(decideRemedy(chosenPacks(packs), spare, { from: pack_id, to: to_pack_id }, members, floor_fen), "conflict")
  const heads = members.reduce((sum, member) => sum + member.heads, 0)
  await moveHolders(transaction, members, pack_id, to_pack_id)
  await noteChanges(transaction, campaignId, members.map((one) => ({ recipient_id: one.id, from_pack_id: pack_id, to_pack_id, heads: one.heads, given_back_fen: (given_back_fen / heads) * one.heads })), reason, by)
  await replan(transaction, campaignId, standing(orders), world)
  const before_fen = costOf(packs)
  await world.lower(transaction, before_fen - given_back_fen)
  const job = await startJob(transaction, { campaign_id: campaignId, kind: "place", total: standing(await readOrders(transaction, campaignId, "gift")).length, started_by: by })
  return { figures: { members: members.length, heads, before_fen, after_fen: before_fen - given_back_fen, given_back_fen }, job }
}

/** Nobody places the campaign's orders at the moment. Error: campaign_placing. */
export async function requireIdle(transaction: Knex, campaignId: string): Promise<void> {
  const [running] = await rowsOf(transaction, "select id from campaign_job where campaign_id = :campaignId and kind = 'place' and state = 'running'", { campaignId })
  if (running) throw refusal("conflict", "campaign_placing")
}

/** Lays the orders down anew as packs are now; whatever was refused is tried again. Error: pack_sent_already. */
export async function replan(transaction: Knex, campaignId: string, held: OrderRow[], { sellers, key }: Pick<RemedyWorld, "sellers" | "key">): Promise<void> {
  const givings = await rowsOf<Giving & { delivery: Delivery }>(transaction, "select id, pack_id, heads, delivery from campaign_recipient where campaign_id = :campaignId and left_at is null order by department, employee_number", { campaignId })
  const packs = await readPacks(transaction, [campaignId])
  // Who sold a piece when the orders were laid down sells it still, so that no order changes for another's sake.
  const known = new Map([...sellers, ...held.flatMap(({ seller_id, items }) => items.map(({ variant_id }) => [variant_id, seller_id] as const))])
  const { withdraw, add } = replanOrders(held, planCampaignOrders(givings, new Map(packs.map(({ id, lines }) => [id, lines])), known))
  await requireUnsent(transaction, withdraw)
  const round = generateEntityId(undefined, "crnd")
  await transaction.raw("update campaign_order set state = 'withdrawing', error = null where id = any(?)", [withdraw])
  await insertOrders(transaction, add.map((order) => ({ ...order, id: campaignOrderId(key, campaignId, order.recipient_id ?? "pickup", order.seller_id, `gift ${round}`), campaign_id: campaignId, kind: "gift", cost_fen: 0, reason: null })))
  await transaction.raw("update campaign_order set state = 'planned', error = null where campaign_id = ? and state = 'refused' and kind = 'gift'", [campaignId])
}

/** What was sent or paid is nobody's to take back here. Error: pack_sent_already. */
async function requireUnsent(transaction: Knex, ids: string[]): Promise<void> {
  const { is_sent, is_paid } = await readFate(transaction, ids)
  if (is_sent || is_paid) throw refusal("not_allowed", "pack_sent_already")
}

/** Whether any of these orders is on its way, and whether any is paid, in part at least. */
export async function readFate(transaction: Knex, ids: string[]): Promise<{ is_sent: boolean; is_paid: boolean }> {
  const [fate] = await rowsOf<{ is_sent: boolean; is_paid: boolean }>(transaction, `select
    exists (select 1 from order_fulfillment l join fulfillment f on f.id = l.fulfillment_id and f.canceled_at is null and f.deleted_at is null where l.order_id = any(:ids) and l.deleted_at is null) as is_sent,
    exists (select 1 from order_payment_collection l join payment_collection p on p.id = l.payment_collection_id and p.deleted_at is null where l.order_id = any(:ids) and l.deleted_at is null and p.captured_amount > 0)
      or exists (select 1 from campaign_transfer_part t where t.order_id = any(:ids)) as is_paid`, { ids })
  return fate!
}
