import { allowed, refusal } from "@fupin/access"
import type { Keyring } from "@fupin/benefit/sealing/keyring"
import type { Delivery, DeliveryMode, GiftAddress } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { decideChoice, packsLeft, planDefaults, type Silent } from "../../domain/campaign/decide-choice"
import { decideOpen } from "../../domain/campaign/decide-campaign"
import { deliveryOf } from "../../domain/campaign/delivery"
import { moveTo } from "./books"
import { lockVariants, readPromised } from "./promises"
import { sealAddress } from "./recipients"
import { type CampaignRow, componentsOf, lockCampaign, type PackRow, readPacks } from "./rows"
import { insertRows, rowsOf } from "./sql"

/** Pieces that the shop can still promise, by variant, seen on this connection; variants that are not counted are absent. */
export type ReadAvailable = (connection: Knex, variantIds: string[]) => Promise<Map<string, number>>

export interface Choice {
  recipient_id: string
  pack_id: string
  /** Null keeps the address that is there. */
  address: GiftAddress | null
  /** Counts where the campaign leaves it to the member; null keeps what was said. */
  delivery: Delivery | null
  by: "member" | "organiser"
  today: string
}

const variantsOf = (packs: readonly PackRow[]) => packs.flatMap(({ lines }) => lines.map(({ variant_id }) => variant_id))

/** Pieces nobody was promised: the shop's, less what campaigns promised and have not ordered. */
async function readFree(connection: Knex, packs: readonly PackRow[], available: ReadAvailable): Promise<Map<string, number>> {
  const variants = variantsOf(packs)
  const promised = await readPromised(connection, variants)
  return new Map([...(await available(connection, variants))].map(([id, pieces]) => [id, pieces - (promised.get(id) ?? 0)]))
}

const factsOf = (packs: readonly PackRow[], free: ReadonlyMap<string, number>) => packs.map(({ lines, ...pack }) => {
  const components = componentsOf(lines)
  return { ...pack, components, left: packsLeft({ ...pack, components }, free) }
})

/** How many of each pack can still be chosen, as of now; null: not counted. */
export async function readLeft(connection: Knex, packs: readonly PackRow[], available: ReadAvailable): Promise<Map<string, number | null>> {
  return new Map(factsOf(packs, await readFree(connection, packs, available)).map(({ id, left }) => [id, left]))
}

/**
 * Chooses a pack, or another one. Campaign, variants and member are locked in that order, so that a pack is never promised
 * beyond its stock. Errors: not_found, gift_closed, recipient_left, unknown_pack, pack_not_for_diet, pack_sold_out, gift_address_required.
 */
export async function choose(transaction: Knex, campaignId: string, choice: Choice, available: ReadAvailable, keys: Keyring): Promise<void> {
  const campaign = await shareCampaign(transaction, campaignId)
  if (choice.by === "member") allowed(decideOpen(campaign, choice.today), "not_allowed")
  else if (campaign.state !== "collecting") throw refusal("not_allowed", "campaign_state")
  const packs = await readPacks(transaction, [campaignId])
  await lockVariants(transaction, variantsOf(packs))
  const [member] = await rowsOf<Silent & { pack_id: string | null; left_at: Date | null; delivery: Delivery | null; has_address: boolean }>(transaction,
    "select id, diet, heads, pack_id, left_at, delivery, address_sealed is not null as has_address from campaign_recipient where id = :id and campaign_id = :campaignId for update", { id: choice.recipient_id, campaignId })
  if (!member) throw refusal("not_found", "not_found")
  if (member.left_at) throw refusal("conflict", "recipient_left")
  const has_address = member.has_address || choice.address !== null
  const delivery = deliveryOf(campaign.delivery_mode, { delivery: choice.delivery ?? member.delivery, has_address })
  if (delivery === "home" && !has_address && choice.by === "member") throw refusal("invalid_data", "gift_address_required")
  const held = member.pack_id === choice.pack_id
  if (member.pack_id && !held) await transaction.raw("update campaign_pack set taken = taken - ? where id = ?", [member.heads, member.pack_id])
  const now = await readPacks(transaction, [campaignId])
  allowed(decideChoice(factsOf(now, await readFree(transaction, now, available)), choice.pack_id, member), "conflict")
  if (!held) await transaction.raw("update campaign_pack set taken = taken + ? where id = ?", [member.heads, choice.pack_id])
  await transaction.raw("update campaign_recipient set pack_id = ?, chosen_by = ?, chosen_at = now(), delivery = ?, address_sealed = coalesce(?, address_sealed) where id = ?",
    [choice.pack_id, choice.by, delivery, sealAddress(member.id, choice.address, keys), member.id] as never)
}

/** Many choose at once; closing waits for them, and they for it. */
async function shareCampaign(transaction: Knex, id: string): Promise<Pick<CampaignRow, "state" | "choose_by" | "delivery_mode">> {
  const [row] = await rowsOf<CampaignRow>(transaction, "select state, choose_by, delivery_mode from campaign where id = :id for share", { id })
  if (!row) throw refusal("not_found", "not_found")
  return row
}

/** Closes the choosing; who chose none gets a default pack that suits. Errors: not_found, campaign_state, pack_short, campaign_address_missing. */
export async function close(transaction: Knex, campaignId: string, available: ReadAvailable): Promise<void> {
  const { delivery_mode } = await lockCampaign(transaction, campaignId)
  const packs = await readPacks(transaction, [campaignId])
  await lockVariants(transaction, variantsOf(packs))
  const silent = await rowsOf<Silent>(transaction, "select id, diet, heads from campaign_recipient where campaign_id = :campaignId and left_at is null and pack_id is null", { campaignId })
  const free = await readFree(transaction, packs, available)
  const given = allowed(planDefaults(silent, factsOf(packs, free), free), "conflict")
  await transaction.raw("create temporary table given_pack (id text, pack_id text) on commit drop")
  await insertRows(transaction, "given_pack", { id: "text", pack_id: "text" }, [...given].map(([id, pack_id]) => ({ id, pack_id })))
  await transaction.raw("update campaign_recipient r set pack_id = g.pack_id, chosen_by = 'default', chosen_at = now() from given_pack g where g.id = r.id")
  await transaction.raw("update campaign_pack p set taken = p.taken + t.heads from (select g.pack_id, sum(r.heads) as heads from given_pack g join campaign_recipient r on r.id = g.id group by 1) t where t.pack_id = p.id")
  await fixDelivery(transaction, campaignId, delivery_mode)
  await moveTo(transaction, campaignId, "closed")
}

/** From here on each pack has its way, as `deliveryOf` says. Error: campaign_address_missing. */
async function fixDelivery(transaction: Knex, campaignId: string, mode: DeliveryMode): Promise<void> {
  await transaction.raw(`update campaign_recipient set delivery = case when ? <> 'either' then ? else coalesce(delivery, case when address_sealed is null then 'pickup' else 'home' end) end
    where campaign_id = ? and left_at is null`, [mode, mode, campaignId])
  const [missing] = await rowsOf<{ employee_number: string }>(transaction, "select employee_number from campaign_recipient where campaign_id = :campaignId and left_at is null and delivery = 'home' and address_sealed is null order by 1 limit 1", { campaignId })
  if (missing) throw refusal("not_allowed", "campaign_address_missing", `还有职工没有收货地址（如工号 ${missing.employee_number}），送货到家前请补齐`)
}

/** Opens the choosing again before the campaign is approved; default packs are taken back, choices stay. Error: campaign_state. */
export async function reopen(transaction: Knex, campaignId: string): Promise<void> {
  const { state } = await lockCampaign(transaction, campaignId)
  if (state !== "closed") throw refusal("not_allowed", "campaign_state")
  await transaction.raw(`update campaign_pack p set taken = p.taken - t.heads from (select pack_id, sum(heads) as heads from campaign_recipient where campaign_id = ? and chosen_by = 'default' group by 1) t where t.pack_id = p.id`, [campaignId])
  await transaction.raw("update campaign_recipient set pack_id = null, chosen_by = null, chosen_at = null, delivery = null where campaign_id = ? and chosen_by = 'default'", [campaignId])
  await moveTo(transaction, campaignId, "collecting")
}
