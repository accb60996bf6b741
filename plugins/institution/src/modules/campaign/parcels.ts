import { allowed, refusal } from "@fupin/access"
import type { ParcelReceipt } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { decideParcel, decideProven, decideSigned, type HomeOrder, type ParcelFacts } from "../../domain/campaign/parcels"
import { lockCampaign } from "./rows"
import { refusing, rowsOf } from "./sql"

/** One order on its way to a member's home, and by what it is proved that it came. */
export interface ParcelRow extends HomeOrder, ParcelFacts {
  recipient_id: string
  employee_number: string
  carrier: string | null
  tracking_number: string | null
  reason: string | null
}

export interface ParcelEntry {
  order_id: string
  carrier: string
  tracking_number: string
  signed_on: string | null
}

const NUMBER_TAKEN = { campaign_parcel_number: "parcel_number_taken" } as const
const PARCEL = `select o.id as order_id, o.recipient_id, r.employee_number, o.seller_id, coalesce(s.name, o.seller_id) as seller, to_char(placed.created_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as placed_on, p.carrier, p.tracking_number, p.signed_on, p.proof, p.reason
  from campaign_order o join campaign_recipient r on r.id = o.recipient_id and r.delivery = 'home' left join producer s on s.id = o.seller_id join "order" placed on placed.id = o.id left join campaign_parcel p on p.order_id = o.id
  where o.kind = 'gift' and o.state = 'placed'`

/** Every parcel of a campaign, or those of some members, by employee number. */
export async function readParcels(connection: Knex, campaignId: string, recipientIds: string[] | null = null): Promise<ParcelRow[]> {
  return await rowsOf(connection, `${PARCEL} and o.campaign_id = :campaignId and (:recipientIds::text[] is null or o.recipient_id = any(:recipientIds)) order by r.employee_number, seller`, { campaignId, recipientIds })
}

async function requireUnderWay(transaction: Knex, campaignId: string): Promise<void> {
  const { state } = await lockCampaign(transaction, campaignId)
  if (state !== "ordered" && state !== "handing_out") throw refusal("not_allowed", "campaign_state")
}

/** Writes down carriers' numbers; a day on which it was signed for proves a parcel, and the first proof stands. Errors: not_found, campaign_state, parcel_unknown, parcel_number_taken, those of `decideSigned`. */
export async function recordParcels(transaction: Knex, campaignId: string, entries: readonly ParcelEntry[], today: string, by: string): Promise<void> {
  await requireUnderWay(transaction, campaignId)
  const held = new Map((await readParcels(transaction, campaignId)).map((parcel) => [parcel.order_id, parcel]))
  for (const { order_id, signed_on } of entries) {
    const parcel = held.get(order_id)
    if (!parcel) throw refusal("not_allowed", "parcel_unknown")
    allowed(decideSigned(parcel, signed_on, today), "conflict")
  }
  await refusing(NUMBER_TAKEN, () => transaction.raw(`insert into campaign_parcel (order_id, campaign_id, carrier, tracking_number, signed_on, proof, recorded_by)
    select n.order_id, ?, n.carrier, n.tracking_number, n.signed_on, case when n.signed_on is null then null else 'carrier' end, ? from jsonb_to_recordset(?::jsonb) as n(order_id text, carrier text, tracking_number text, signed_on text)
    on conflict (order_id) do update set carrier = excluded.carrier, tracking_number = excluded.tracking_number, signed_on = coalesce(campaign_parcel.signed_on, excluded.signed_on),
      proof = coalesce(campaign_parcel.proof, excluded.proof), recorded_by = excluded.recorded_by, recorded_at = now()`, [campaignId, by, JSON.stringify(entries)]))
  await settle(transaction, campaignId, by)
}

/** One carrier's number of a member. Errors: those of `recordParcels`, parcel_unknown, parcel_seller_required. */
export async function recordParcel(transaction: Knex, campaignId: string, { recipient_id, seller, ...entry }: Omit<ParcelEntry, "order_id"> & { recipient_id: string; seller: string | null }, today: string, by: string): Promise<void> {
  const order_id = allowed(decideParcel(await readParcels(transaction, campaignId, [recipient_id]), seller), "invalid_data")
  await recordParcels(transaction, campaignId, [{ order_id, ...entry }], today, by)
}

/** All parcels of a member came, as they say themselves or as the union knows for a reason; or they came back. Errors: not_found, campaign_state, parcel_unknown, already_handed_out. */
export async function recordReceipt(transaction: Knex, campaignId: string, { recipient_id, outcome, reason, proof }: ParcelReceipt & { proof: "member" | "organiser" }, today: string, by: string): Promise<void> {
  await requireUnderWay(transaction, campaignId)
  const [member] = await rowsOf<{ outcome: string | null }>(transaction, "select outcome from campaign_recipient where id = :recipient_id and campaign_id = :campaignId and left_at is null for update", { recipient_id, campaignId })
  if (!member) throw refusal("not_found", "not_found")
  if (member.outcome) throw refusal("conflict", "already_handed_out")
  const open = (await readParcels(transaction, campaignId, [recipient_id])).filter(({ proof: held }) => held === null)
  if (open.length === 0) throw refusal("not_allowed", "parcel_unknown")
  const isBack = outcome === "returned"
  await transaction.raw(`insert into campaign_parcel (order_id, campaign_id, signed_on, proof, reason, recorded_by) select id, ?, ?, ?, ?, ? from unnest(?::text[]) as id
    on conflict (order_id) do update set signed_on = excluded.signed_on, proof = excluded.proof, reason = excluded.reason, recorded_by = excluded.recorded_by, recorded_at = now()`,
  [campaignId, isBack ? null : today, isBack ? "returned" : proof, reason || null, by, open.map(({ order_id }) => order_id)] as never)
  await settle(transaction, campaignId, by)
}

/** A member has theirs once every parcel is proved; what came back is the union's. */
async function settle(transaction: Knex, campaignId: string, by: string): Promise<void> {
  await transaction.raw(`update campaign_recipient r set outcome = case when t.is_back then 'unclaimed' else 'delivered' end, handed_at = now(), handed_by = ?
    from (select x.recipient_id, bool_or(x.proof = 'returned') as is_back from (${PARCEL} and o.campaign_id = ?) x group by 1 having bool_and(x.proof is not null)) t where t.recipient_id = r.id and r.outcome is null`, [by, campaignId])
}

/** Error: parcels_unproven, with who by number. */
export async function requireProven(transaction: Knex, campaignId: string): Promise<void> {
  const waiting = await rowsOf<{ employee_number: string }>(transaction, "select employee_number from campaign_recipient where campaign_id = :campaignId and left_at is null and delivery = 'home' and outcome is null order by 1", { campaignId })
  allowed(decideProven(waiting.map(({ employee_number }) => employee_number)), "not_allowed")
}

/** Parcels that were proved and whose goods the ledger does not know as accepted yet. */
export interface ProvedParcel {
  order_id: string
  campaign_id: string
  signed_on: string
  recorded_by: string
}

/** Those of one campaign, or (null) of all, the oldest first. */
export async function readUnaccepted(connection: Knex, campaignId: string | null, limit: number): Promise<ProvedParcel[]> {
  return await rowsOf(connection, `select order_id, campaign_id, signed_on, recorded_by from campaign_parcel
    where signed_on is not null and not is_accepted and (:campaignId::text is null or campaign_id = :campaignId) order by recorded_at, order_id limit :limit`, { campaignId, limit })
}

export async function markAccepted(connection: Knex, orderId: string): Promise<void> {
  await connection.raw("update campaign_parcel set is_accepted = true where order_id = ?", [orderId])
}
