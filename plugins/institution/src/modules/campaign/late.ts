import { allowed, refusal } from "@fupin/access"
import type { Keyring } from "@fupin/benefit/sealing/keyring"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { decideChoice, packsLeft, planDefaults } from "../../domain/campaign/decide-choice"
import { deliveryOf } from "../../domain/campaign/delivery"
import type { OrderItem } from "../../domain/campaign/plan-orders"
import type { RosterEntry } from "../../domain/campaign/roster"
import { type HereRow, moveHolders, noteChanges, readGivenBack } from "./changes"
import { type JobRow, startJob } from "./jobs"
import { readOrders } from "./orders"
import { lockVariants } from "./promises"
import { addRecipient } from "./recipients"
import { chosenPacks, costOf, readFate, readSpare, type RemedyWorld, replan, requireIdle, standing } from "./remedy"
import { type CampaignRow, lockCampaign, type PackRow, readPacks } from "./rows"
import { rowsOf } from "./sql"

/** One who joins after the choosing closed. `pack_id` null: the default pack. */
export interface Joiner {
  entry: RosterEntry
  pack_id: string | null
  reason: string
  by: string
}

export interface Leaver {
  recipient_id: string
  reason: string
  by: string
}

/** What a joiner costs, for whoever keeps the budget. `is_approved`: within what was approved and given back since; `total_fen`: of the campaign then. */
export interface Joined {
  employee_number: string
  amount_fen: number
  total_fen: number
  is_approved: boolean
  lines: OrderItem[]
  place: string
}

export interface LateWorld extends Pick<RemedyWorld, "available" | "sellers" | "key"> {
  keys: Keyring
  /** Reserves, within the transaction, what a joiner costs, or refuses. */
  reserve: (transaction: Knex, joined: Joined) => Promise<void>
  /** Gives back, within the transaction, what a leaver cost. */
  lower: (transaction: Knex, employee_number: string, total_fen: number) => Promise<void>
}

export interface Late {
  figures: { pack: string; heads: number; before_fen: number; after_fen: number; is_returned: boolean }
  job: JobRow | null
}

/** After the choosing closed and until the packs are there. Errors: not_found, campaign_state, campaign_placing. */
async function lockLate(transaction: Knex, campaignId: string): Promise<CampaignRow> {
  const campaign = await lockCampaign(transaction, campaignId)
  if (!["closed", "approved", "ordered"].includes(campaign.state)) throw refusal("not_allowed", "campaign_state")
  await requireIdle(transaction, campaignId)
  return campaign
}

/** Its orders are no longer all placed: placing goes on, and stock counts what members are promised. */
async function reopenPlacing(transaction: Knex, campaignId: string): Promise<void> {
  await transaction.raw("update campaign set state = 'approved', moved_at = now() where id = ? and state = 'ordered'", [campaignId])
}

async function placeAnew(transaction: Knex, campaignId: string, world: LateWorld, by: string): Promise<JobRow> {
  await replan(transaction, campaignId, standing(await readOrders(transaction, campaignId, "gift")), world)
  return await startJob(transaction, { campaign_id: campaignId, kind: "place", total: standing(await readOrders(transaction, campaignId, "gift")).length, started_by: by })
}

/** Which pack a joiner gets: the one named, or the first default that suits and is there. Errors: unknown_pack, pack_not_for_diet, pack_sold_out, pack_short. */
async function givePack(transaction: Knex, campaignId: string, id: string, { entry: { diet, heads }, pack_id }: Joiner, world: LateWorld): Promise<PackRow> {
  const packs = await readPacks(transaction, [campaignId])
  await lockVariants(transaction, packs.flatMap(({ lines }) => lines.map(({ variant_id }) => variant_id)))
  const free = await readSpare(transaction, packs, await readOrders(transaction, campaignId, "gift"), world.available)
  const facts = chosenPacks(packs).map((pack) => ({ ...pack, left: packsLeft(pack, free) }))
  if (pack_id !== null) allowed(decideChoice(facts, pack_id, { diet, heads, pack_id: null }), "conflict")
  const given = pack_id ?? allowed(planDefaults([{ id, diet, heads }], facts, free), "conflict").get(id)!
  await transaction.raw("update campaign_pack set taken = taken + ? where id = ?", [heads, given])
  return packs.find((pack) => pack.id === given)!
}

/**
 * One who joined the unit late gets a pack; what it costs beyond what was approved is for the approvers. Errors: those of `lockLate`
 * and `givePack`, recipient_known, phone_taken, gift_address_required, pack_sent_already, those of the gate.
 */
export async function join(transaction: Knex, campaignId: string, joiner: Joiner, world: LateWorld): Promise<Late> {
  const { state, delivery_mode, pickup } = await lockLate(transaction, campaignId)
  const { entry, reason, by } = joiner
  const delivery = deliveryOf(delivery_mode, { delivery: null, has_address: entry.address !== null })
  if (delivery === "home" && entry.address === null) throw refusal("invalid_data", "gift_address_required")
  await reopenPlacing(transaction, campaignId)
  const before_fen = costOf(await readPacks(transaction, [campaignId]))
  const id = await addRecipient(transaction, campaignId, entry, world.keys, world.key)
  const pack = await givePack(transaction, campaignId, id, joiner, world)
  await transaction.raw("update campaign_recipient set pack_id = ?, chosen_by = ?, chosen_at = now(), delivery = ? where id = ?", [pack.id, joiner.pack_id === null ? "default" : "organiser", delivery, id])
  const amount_fen = pack.price_fen * entry.heads
  const figures = { pack: pack.name, heads: entry.heads, before_fen, after_fen: before_fen + amount_fen, is_returned: false }
  const is_approved = amount_fen <= (await readGivenBack(transaction, campaignId))
  const change = { recipient_id: id, from_pack_id: null, to_pack_id: pack.id, heads: entry.heads, given_back_fen: is_approved && state !== "closed" ? -amount_fen : 0 }
  await noteChanges(transaction, campaignId, [change], reason, by)
  if (state === "closed") return { figures, job: null }
  const place = JSON.stringify(delivery === "home" ? [entry.employee_number, entry.address] : pickup)
  await world.reserve(transaction, { employee_number: entry.employee_number, amount_fen, total_fen: figures.after_fen, is_approved, lines: pack.lines.map((line) => ({ ...line, quantity: line.quantity * entry.heads })), place })
  return { figures, job: await placeAnew(transaction, campaignId, world, by) }
}

type LeaverRow = HereRow & { employee_number: string; left_at: Date | null; outcome: string | null; delivery: string }

/** Errors: not_found, recipient_left, already_handed_out. */
async function lockLeaver(transaction: Knex, campaignId: string, id: string): Promise<LeaverRow> {
  const [member] = await rowsOf<LeaverRow>(transaction, "select id, employee_number, diet, heads, pack_id, left_at, outcome, delivery from campaign_recipient where id = :id and campaign_id = :campaignId for update", { id, campaignId })
  if (!member) throw refusal("not_found", "not_found")
  if (member.left_at) throw refusal("conflict", "recipient_left")
  if (member.outcome) throw refusal("conflict", "already_handed_out")
  return member
}

/** Orders in which a member's pack lies. */
async function ordersOf(transaction: Knex, campaignId: string, member: LeaverRow, { lines }: PackRow): Promise<string[]> {
  const held = standing(await readOrders(transaction, campaignId, "gift")).filter(({ recipient_id }) => recipient_id === (member.delivery === "home" ? member.id : null))
  return held.filter(({ items }) => items.some(({ variant_id }) => lines.some((line) => line.variant_id === variant_id))).map(({ id }) => id)
}

/**
 * One who left the unit gets no pack: before payment the orders are less by it and the budget follows, after it the pack is the
 * union's, as one that nobody collects. Errors: those of `lockLate` and `lockLeaver`, pack_sent_already, leaver_home_paid.
 */
export async function leaveLate(transaction: Knex, campaignId: string, { recipient_id, reason, by }: Leaver, world: LateWorld): Promise<Late> {
  const { state } = await lockLate(transaction, campaignId)
  const member = await lockLeaver(transaction, campaignId, recipient_id)
  const packs = await readPacks(transaction, [campaignId])
  const pack = packs.find(({ id }) => id === member.pack_id)!
  const { is_sent, is_paid } = await readFate(transaction, await ordersOf(transaction, campaignId, member, pack))
  if (is_sent) throw refusal("not_allowed", "pack_sent_already")
  if (is_paid && member.delivery === "home") throw refusal("not_allowed", "leaver_home_paid")
  const [before_fen, cost_fen] = [costOf(packs), is_paid ? 0 : pack.price_fen * member.heads]
  const figures = { pack: pack.name, heads: member.heads, before_fen, after_fen: before_fen - cost_fen, is_returned: is_paid }
  await noteChanges(transaction, campaignId, [{ recipient_id, from_pack_id: pack.id, to_pack_id: null, heads: member.heads, given_back_fen: state === "closed" ? 0 : cost_fen }], reason, by)
  if (is_paid) {
    await transaction.raw("update campaign_recipient set outcome = 'unclaimed', handed_at = now(), handed_by = ? where id = ?", [by, recipient_id])
    return { figures, job: null }
  }
  await moveHolders(transaction, [member], pack.id, null)
  if (state === "closed") return { figures, job: null }
  await reopenPlacing(transaction, campaignId)
  await world.lower(transaction, member.employee_number, figures.after_fen)
  return { figures, job: await placeAnew(transaction, campaignId, world, by) }
}
