import { refusal } from "@fupin/access"
import type { Keyring } from "@fupin/benefit/sealing/keyring"
import type { GiftAddress, RecipientQuery } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import type { RosterEntry } from "../../domain/campaign/roster"
import { linkToken, phoneMark, pickupCode, tokenHash } from "../../domain/campaign/secrets"
import { addressPlace, emailPlace, namePlace, recipientPhonePlace } from "../../keys"
import { lockCampaign, RECIPIENT, type RecipientRow } from "./rows"
import { insertRows, refusing, rowsOf } from "./sql"

const COLUMNS = {
  id: "text", campaign_id: "text", employee_number: "text", name_sealed: "text", phone_sealed: "text", phone_mark: "text", department: "text", diet: "text", heads: "integer", address_sealed: "text", email_sealed: "text", token_hash: "text", pickup_code: "text",
}
const CHUNK = 1_000
const PHONE_TAKEN = { campaign_recipient_phone: "phone_taken" } as const

export interface Known {
  id: string
  employee_number: string
  phone_mark: string
  left_at: Date | null
}

export async function readKnown(connection: Knex, campaignId: string): Promise<Known[]> {
  return await rowsOf(connection, "select id, employee_number, phone_mark, left_at from campaign_recipient where campaign_id = :campaignId", { campaignId })
}

/**
 * Adds members and changes those known by their employee number; who left and is named again is back. What a choice depends on
 * (diet, number of packs) changes only for those who have none yet, unless it stays the same. Errors: not_found, campaign_state, phone_taken.
 */
export async function saveRecipients(transaction: Knex, campaignId: string, entries: readonly RosterEntry[], keys: Keyring, key: string): Promise<{ added: number; changed: number }> {
  const { state } = await lockCampaign(transaction, campaignId)
  if (state !== "draft" && state !== "collecting") throw refusal("not_allowed", "campaign_state")
  const known = new Map((await readKnown(transaction, campaignId)).map((row) => [row.employee_number, row.id]))
  const rows = entries.map((entry) => rowOf(campaignId, known.get(entry.employee_number) ?? generateEntityId(undefined, "crec"), entry, keys, key))
  const chosen = await rowsOf<{ id: string; diet: string; heads: number }>(transaction, "select id, diet, heads from campaign_recipient where campaign_id = :campaignId and pack_id is not null", { campaignId })
  const fresh = new Map(rows.map((row) => [row.id, row]))
  const released = chosen.filter(({ id, diet, heads }) => fresh.has(id) && (fresh.get(id)!.diet !== diet || fresh.get(id)!.heads !== heads)).map(({ id }) => id)
  await releaseChoices(transaction, released)
  await writeRows(transaction, rows)
  const changed = entries.filter(({ employee_number }) => known.has(employee_number)).length
  return { added: entries.length - changed, changed }
}

/** A late joiner, or one who left and is back; answers the member. Errors: recipient_known, phone_taken. */
export async function addRecipient(transaction: Knex, campaignId: string, entry: RosterEntry, keys: Keyring, key: string): Promise<string> {
  const known = (await readKnown(transaction, campaignId)).find(({ employee_number }) => employee_number === entry.employee_number)
  if (known && known.left_at === null) throw refusal("conflict", "recipient_known")
  const id = known?.id ?? generateEntityId(undefined, "crec")
  await writeRows(transaction, [rowOf(campaignId, id, entry, keys, key)])
  return id
}

async function writeRows(transaction: Knex, rows: ReturnType<typeof rowOf>[]): Promise<void> {
  await refusing(PHONE_TAKEN, async () => {
    for (let at = 0; at < rows.length; at += CHUNK) {
      await insertRows(transaction, "campaign_recipient", COLUMNS, rows.slice(at, at + CHUNK), `on conflict (id) do update set name_sealed = excluded.name_sealed, phone_sealed = excluded.phone_sealed,
        phone_mark = excluded.phone_mark, department = excluded.department, diet = excluded.diet, heads = excluded.heads, address_sealed = coalesce(excluded.address_sealed, campaign_recipient.address_sealed),
        email_sealed = coalesce(excluded.email_sealed, campaign_recipient.email_sealed), left_at = null`)
    }
  })
}

function rowOf(campaign_id: string, id: string, { name, phone, address, email, ...entry }: RosterEntry, keys: Keyring, key: string) {
  return {
    id, campaign_id, ...entry, name_sealed: keys.seal(namePlace(id), name), phone_sealed: keys.seal(recipientPhonePlace(id), phone), phone_mark: phoneMark(key, campaign_id, phone),
    address_sealed: sealAddress(id, address, keys), email_sealed: email === null ? null : keys.seal(emailPlace(id), email), token_hash: tokenHash(linkToken(key, id)), pickup_code: pickupCode(key, id),
  }
}

export const sealAddress = (id: string, address: GiftAddress | null, keys: Keyring): string | null => (address === null ? null : keys.seal(addressPlace(id), JSON.stringify(address)))

/** Takes choices back; the packs can be chosen by others again. */
export async function releaseChoices(transaction: Knex, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await transaction.raw(`update campaign_pack p set taken = p.taken - t.heads from (select pack_id, sum(heads) as heads from campaign_recipient where id = any(?) and pack_id is not null group by 1) t where p.id = t.pack_id`, [ids])
  await transaction.raw("update campaign_recipient set pack_id = null, chosen_by = null, chosen_at = null where id = any(?)", [ids])
}

/** A member leaves before the campaign is closed; what they chose is free again. Errors: not_found, campaign_state, recipient_left. */
export async function leave(transaction: Knex, campaignId: string, id: string): Promise<void> {
  const { state } = await lockCampaign(transaction, campaignId)
  if (state !== "draft" && state !== "collecting") throw refusal("not_allowed", "campaign_state")
  const [row] = await rowsOf<{ left_at: Date | null }>(transaction, "select left_at from campaign_recipient where id = :id and campaign_id = :campaignId for update", { id, campaignId })
  if (!row) throw refusal("not_found", "not_found")
  if (row.left_at) throw refusal("conflict", "recipient_left")
  await releaseChoices(transaction, [id])
  await transaction.raw("update campaign_recipient set left_at = now() where id = ?", [id])
}

const SHOWN: Record<RecipientQuery["show"], string> = {
  all: "true", silent: "r.left_at is null and r.pack_id is null", chosen: "r.left_at is null and r.pack_id is not null", left: "r.left_at is not null",
  waiting: "r.left_at is null and r.outcome is null and r.delivery is distinct from 'home'", handed_out: "r.outcome in ('collected', 'proxy')",
  home: "r.left_at is null and r.delivery = 'home'", unproven: "r.left_at is null and r.delivery = 'home' and r.outcome is null",
}

/** A page of the roster, of all or of those who have one pack, by employee number or department; names and phones are sealed and cannot be searched. */
export async function readRecipientPage(connection: Knex, campaignId: string, { show, q, offset, limit }: RecipientQuery, packId: string | null = null): Promise<{ rows: RecipientRow[]; count: number }> {
  const where = `r.campaign_id = :campaignId and ${SHOWN[show]} and (:q = '' or r.employee_number = :q or strpos(r.department, :q) > 0 or r.pickup_code = upper(:q)) and (:packId::text is null or r.pack_id = :packId)`
  const rows = await rowsOf<RecipientRow>(connection, `select ${RECIPIENT} from campaign_recipient r where ${where} order by r.department, r.employee_number limit :limit offset :offset`, { campaignId, q, packId, limit, offset })
  const [{ count } = { count: 0 }] = await rowsOf<{ count: number }>(connection, `select count(*)::integer as count from campaign_recipient r where ${where}`, { campaignId, q, packId })
  return { rows, count }
}

/** All who are to get a pack, page by page. */
export async function* readRoster(connection: Knex, campaignId: string): AsyncGenerator<RecipientRow[]> {
  let last = ["", ""]
  for (;;) {
    const rows = await rowsOf<RecipientRow>(connection, `select ${RECIPIENT} from campaign_recipient r where r.campaign_id = :campaignId and r.left_at is null
      and (r.department, r.employee_number) > (:department, :number) order by r.department, r.employee_number limit ${CHUNK}`, { campaignId, department: last[0], number: last[1] })
    if (rows.length === 0) return
    yield rows
    last = [rows.at(-1)!.department, rows.at(-1)!.employee_number]
  }
}

export async function readRecipients(connection: Knex, by: { ids: string[] } | { token_hash: string }): Promise<RecipientRow[]> {
  const filter = "ids" in by ? { where: "r.id = any(:ids)", values: { ids: by.ids } } : { where: "r.token_hash = :token_hash", values: { token_hash: by.token_hash } }
  return await rowsOf(connection, `select ${RECIPIENT} from campaign_recipient r where ${filter.where}`, filter.values)
}

/** Members for whom something was changed after the choosing had closed, those who were dropped too. */
export async function readChanged(connection: Knex, campaignId: string): Promise<RecipientRow[]> {
  return await rowsOf(connection, `select ${RECIPIENT} from campaign_recipient r where r.campaign_id = :campaignId and exists (select 1 from campaign_change h where h.recipient_id = r.id) order by r.department, r.employee_number`, { campaignId })
}
