import { createHash } from "node:crypto"
import { allowed, refusal } from "@fupin/access"
import { decideScan } from "@fupin/benefit/domain/voucher/scan"
import type { Keyring } from "@fupin/benefit/sealing/keyring"
import type { CampaignChange, CampaignInput, CampaignState, PackInput } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { statesBefore } from "../../domain/campaign/decide-campaign"
import type { PackLine } from "../../domain/campaign/pack-lines"
import { transferCode } from "../../domain/campaign/secrets"
import { campaignPhonePlace, minutesPlace } from "../../keys"
import { lockCampaign } from "./rows"
import { insertRows, refusing, rowsOf } from "./sql"

export type PackEntry = Omit<PackInput, "components"> & { lines: PackLine[] }

const termsOf = (id: string, { pickup, ...terms }: CampaignChange, keys: Keyring) => {
  const { phone, ...place } = pickup ?? { phone: null }
  return { ...terms, pickup: pickup === null ? null : JSON.stringify(place), pickup_phone_sealed: phone === null ? null : keys.seal(campaignPhonePlace(id), phone) }
}

/** A new draft; answers its id. */
export async function createCampaign(connection: Knex, { organisation_id, holiday, year, ...terms }: CampaignInput, holiday_on: string, created_by: string, keys: Keyring, orderKey: string): Promise<string> {
  const id = generateEntityId(undefined, "camp")
  await connection("campaign").insert({ id, organisation_id, holiday, year, holiday_on, ...termsOf(id, terms, keys), state: "draft", transfer_code: transferCode(orderKey, id), created_by })
  return id
}

export async function changeCampaign(transaction: Knex, id: string, terms: CampaignChange, keys: Keyring): Promise<void> {
  const { state } = await lockCampaign(transaction, id)
  if (state !== "draft") throw refusal("not_allowed", "campaign_state")
  await transaction("campaign").where({ id }).update(termsOf(id, terms, keys))
}

/** All packs anew. Errors: not_found, campaign_state, pack_names_differ. */
export async function savePacks(transaction: Knex, campaign_id: string, packs: PackEntry[]): Promise<void> {
  const { state } = await lockCampaign(transaction, campaign_id)
  if (state !== "draft") throw refusal("not_allowed", "campaign_state")
  await transaction("campaign_pack").where({ campaign_id }).delete()
  await refusing({ campaign_pack_name: "pack_names_differ" }, async () => {
    for (const [position, { lines, ...pack }] of packs.entries()) {
      const pack_id = generateEntityId(undefined, "cpck")
      await transaction("campaign_pack").insert({ id: pack_id, campaign_id, position, ...pack })
      await insertRows(transaction, "campaign_pack_line", { pack_id: "text", position: "integer", variant_id: "text", quantity: "integer", unit_price_fen: "bigint" }, lines.map((line, at) => ({ pack_id, position: at, ...line })))
    }
  })
}

export interface Minutes {
  id: string
  campaign_id: string
  filename: string
  mime: string
  sha256: string
  uploaded_at: Date
}

/** Keeps the signed minutes, sealed; the newest holds. Until the campaign is approved. Errors: not_found, campaign_state, scan_wrong_type, scan_too_big. */
export async function attachMinutes(transaction: Knex, campaign_id: string, file: { name: string; content: Buffer }, uploaded_by: string, keys: Keyring): Promise<void> {
  const mime = allowed(decideScan(file.content))
  const { state } = await lockCampaign(transaction, campaign_id)
  if (!["draft", "collecting", "closed"].includes(state)) throw refusal("not_allowed", "campaign_state")
  const id = generateEntityId(undefined, "cmin")
  await transaction("campaign_minutes").insert({
    id, campaign_id, filename: file.name, mime, sha256: createHash("sha256").update(file.content).digest("hex"), content_sealed: keys.seal(minutesPlace(id), file.content.toString("base64")), uploaded_by,
  })
}

export async function readMinutes(connection: Knex, campaignIds: string[]): Promise<Minutes[]> {
  return await rowsOf(connection, `select distinct on (campaign_id) id, campaign_id, filename, mime, sha256, uploaded_at from campaign_minutes where campaign_id = any(:campaignIds) order by campaign_id, uploaded_at desc, id desc`, { campaignIds })
}

export async function openMinutes(connection: Knex, id: string, keys: Keyring): Promise<Buffer> {
  const [row] = await rowsOf<{ content_sealed: string }>(connection, "select content_sealed from campaign_minutes where id = :id", { id })
  return Buffer.from(keys.open(minutesPlace(id), row!.content_sealed), "base64")
}

/** Compare-and-set of the state. Error: campaign_state. */
export async function moveTo(transaction: Knex, id: string, to: CampaignState, more: Record<string, unknown> = {}): Promise<void> {
  const moved = await transaction("campaign").where({ id }).whereIn("state", statesBefore(to)).update({ state: to, moved_at: new Date(), ...more })
  if (moved === 0) throw refusal("conflict", "campaign_state")
}
