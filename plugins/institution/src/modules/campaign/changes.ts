import type { Diet } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { isOpen } from "../notice/mail"
import { insertRows, rowsOf } from "./sql"

/** What was changed for one member after the choosing had closed, and why. */
export interface ChangeRow {
  id: string
  recipient_id: string
  from_pack: string | null
  /** Null: dropped from the campaign. */
  to_pack: string | null
  reason: string
  changed_at: Date
}

export interface NewChange {
  recipient_id: string
  from_pack_id: string | null
  to_pack_id: string | null
  heads: number
  given_back_fen: number
}

const COLUMNS = { id: "text", campaign_id: "text", recipient_id: "text", from_pack_id: "text", to_pack_id: "text", heads: "integer", given_back_fen: "bigint", reason: "text", changed_by: "text" }
const CHANGE = `select h.id, h.recipient_id, f.name as from_pack, t.name as to_pack, h.reason, h.changed_at from campaign_change h left join campaign_pack f on f.id = h.from_pack_id left join campaign_pack t on t.id = h.to_pack_id`

/** Writes down what is changed for members, each with the reason they are told. */
export async function noteChanges(transaction: Knex, campaign_id: string, changes: readonly NewChange[], reason: string, changed_by: string): Promise<void> {
  await insertRows(transaction, "campaign_change", COLUMNS, changes.map((change) => ({ id: generateEntityId(undefined, "cchg"), campaign_id, reason, changed_by, ...change })))
}

/** The last change of each of these members. */
export async function readLastChanges(connection: Knex, recipientIds: string[]): Promise<Map<string, ChangeRow>> {
  const rows = await rowsOf<ChangeRow>(connection, `select distinct on (recipient_id) * from (${CHANGE} where h.recipient_id = any(:recipientIds)) x order by recipient_id, changed_at desc, id desc`, { recipientIds })
  return new Map(rows.map((row) => [row.recipient_id, row]))
}

/** What was changed in a campaign, alike changes together. */
export async function readChangeSums(connection: Knex, campaignId: string): Promise<{ from_pack: string | null; to_pack: string | null; reason: string; members: number }[]> {
  return await rowsOf(connection, `select from_pack, to_pack, reason, count(*)::integer as members from (${CHANGE} where h.campaign_id = :campaignId) x group by 1, 2, 3 order by 1, 2, 3`, { campaignId })
}

/** What was given back of the approved amount since, in fen: so much may be spent again. */
export async function readGivenBack(connection: Knex, campaignId: string): Promise<number> {
  const [row] = await rowsOf<{ fen: number }>(connection, "select coalesce(sum(given_back_fen), 0)::float8 as fen from campaign_change where campaign_id = :campaignId", { campaignId })
  return row!.fen
}

/** A member who still belongs to the campaign, under lock. */
export interface HereRow {
  id: string
  diet: Diet
  heads: number
  pack_id: string | null
}

/** Those of these members who have the pack, or all who have it; locked by id. */
export async function lockHolders(transaction: Knex, campaignId: string, packId: string, ids: readonly string[]): Promise<HereRow[]> {
  return await rowsOf(transaction, `select id, diet, heads, pack_id from campaign_recipient where campaign_id = :campaignId and left_at is null and pack_id = :packId
    and (cardinality(:ids::text[]) = 0 or id = any(:ids)) order by id for update`, { campaignId, packId, ids })
}

/** Gives members another pack, or none: then they are out of the campaign. Packs count with them. */
export async function moveHolders(transaction: Knex, members: readonly HereRow[], from: string, to: string | null): Promise<void> {
  const ids = members.map(({ id }) => id)
  const heads = members.reduce((sum, member) => sum + member.heads, 0)
  await transaction.raw("update campaign_pack set taken = taken - ? where id = ?", [heads, from])
  if (to === null) return void await transaction.raw("update campaign_recipient set pack_id = null, chosen_by = null, chosen_at = null, left_at = now() where id = any(?)", [ids])
  await transaction.raw("update campaign_pack set taken = taken + ? where id = ?", [heads, to])
  await transaction.raw("update campaign_recipient set pack_id = ?, chosen_by = 'organiser', chosen_at = now() where id = any(?)", [to, ids])
}

/** Changes of the last week that members with an e-mail address were not told of by letter. */
export async function readUnmailedChanges(connection: Knex, limit: number): Promise<(ChangeRow & { email_sealed: string; campaign_id: string; title: string })[]> {
  return await rowsOf(connection, `select x.*, r.email_sealed, c.id as campaign_id, c.title from (${CHANGE} where h.changed_at > now() - interval '7 days') x join campaign_recipient r on r.id = x.recipient_id join campaign c on c.id = r.campaign_id
    where r.email_sealed is not null and ${isOpen("'gift:change:' || x.id")} order by x.changed_at limit :limit`, { limit })
}
