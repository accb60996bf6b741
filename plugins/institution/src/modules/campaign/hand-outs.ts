import { refusal } from "@fupin/access"
import type { Keyring } from "@fupin/benefit/sealing/keyring"
import type { HandOutInput } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { proxyPlace } from "../../keys"
import { moveTo } from "./books"
import { insertOrders, type NewOrder } from "./orders"
import { requireProven } from "./parcels"
import { lockCampaign, type RecipientRow } from "./rows"
import { rowsOf } from "./sql"

/** A pack goes to its member, or to somebody in their stead. Answers the member. Errors: not_handed_out_yet, pickup_code_unknown, recipient_left, pack_goes_home, already_handed_out. */
export async function handOut(transaction: Knex, campaignId: string, { code, recipient_id, proxy }: HandOutInput, by: string, keys: Keyring): Promise<string> {
  const { state } = await lockCampaign(transaction, campaignId)
  if (state !== "handing_out") throw refusal("not_allowed", "not_handed_out_yet")
  const [member] = await rowsOf<Pick<RecipientRow, "id" | "left_at" | "outcome" | "delivery">>(transaction,
    "select id, left_at, outcome, delivery from campaign_recipient where campaign_id = :campaignId and (id = :recipient_id or pickup_code = :code) for update", { campaignId, recipient_id: recipient_id ?? null, code: code?.replace(/[\s-]/g, "") ?? null })
  if (!member) throw refusal("not_found", "pickup_code_unknown")
  if (member.left_at) throw refusal("conflict", "recipient_left")
  if (member.delivery === "home") throw refusal("not_allowed", "pack_goes_home")
  if (member.outcome) throw refusal("conflict", "already_handed_out")
  await transaction.raw("update campaign_recipient set outcome = ?, handed_at = now(), handed_by = ?, proxy_sealed = ?, proxy_reason = ? where id = ?",
    [proxy ? "proxy" : "collected", by, proxy ? keys.seal(proxyPlace(member.id), proxy.name) : null, proxy?.reason ?? null, member.id] as never)
  return member.id
}

/** Lays down the orders that replace a spoiled pack, once a member. Errors: not_handed_out_yet, already_replaced. */
export async function layReplacement(transaction: Knex, campaignId: string, recipientId: string, orders: NewOrder[]): Promise<void> {
  const { state } = await lockCampaign(transaction, campaignId)
  if (state !== "handing_out") throw refusal("not_allowed", "not_handed_out_yet")
  const [held] = await rowsOf(transaction, "select id from campaign_order where recipient_id = :recipientId and kind = 'replacement' and state <> 'refused' limit 1", { recipientId })
  if (held) throw refusal("conflict", "already_replaced")
  await transaction.raw("delete from campaign_order where recipient_id = ? and kind = 'replacement'", [recipientId])
  await insertOrders(transaction, orders)
}

/** Ends the hand-out: what nobody collected is the union's again. What went home was delivered by its proof alone. Errors: campaign_state, parcels_unproven. */
export async function finish(transaction: Knex, campaignId: string): Promise<void> {
  await moveTo(transaction, campaignId, "done")
  await requireProven(transaction, campaignId)
  await transaction.raw("update campaign_recipient set outcome = 'unclaimed' where campaign_id = ? and left_at is null and outcome is null", [campaignId])
}

/** Errors: not_found, campaign_state. */
export async function requireOver(transaction: Knex, campaignId: string): Promise<void> {
  const { state } = await lockCampaign(transaction, campaignId)
  if (state !== "done" && state !== "cancelled") throw refusal("not_allowed", "campaign_state")
}

/** Deletes where members live from the roster of a campaign that is over; phones go with them. Errors: not_found, campaign_state. */
export async function eraseAddresses(transaction: Knex, campaignId: string, keys: Keyring, phonePlace: (id: string) => string): Promise<void> {
  await requireOver(transaction, campaignId)
  const nobody = await rowsOf<{ id: string }>(transaction, "select id from campaign_recipient where campaign_id = :campaignId", { campaignId })
  const blank = nobody.map(({ id }) => ({ id, phone_sealed: keys.seal(phonePlace(id), "") }))
  await transaction.raw(`update campaign_recipient r set address_sealed = null, email_sealed = null, phone_sealed = n.phone_sealed, phone_mark = r.id from jsonb_to_recordset(?::jsonb) as n(id text, phone_sealed text) where n.id = r.id`, [JSON.stringify(blank)])
  await transaction.raw("update campaign set addresses_erased_at = now() where id = ? and addresses_erased_at is null", [campaignId])
}

/** Campaigns that ended so many days ago and still know where members live. */
export async function readToErase(connection: Knex, days: number): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(connection, "select id from campaign where state in ('done', 'cancelled') and addresses_erased_at is null and moved_at < now() - make_interval(days => :days)", { days })
  return rows.map(({ id }) => id)
}
