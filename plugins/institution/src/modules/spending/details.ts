import { createHash } from "node:crypto"
import { refusal } from "@fupin/access"
import type { DeliveryPoint, DeliveryPointInput, ExemptionInput, GivenRole, Invitation, InvitationInput, InvoiceTitle, InvoiceTitleInput, MemberRole } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import type { Point } from "../../domain/receiving-days"
import type { Act } from "./shares"
import { rowsOf } from "./sql"

export type PointRow = Omit<DeliveryPoint, "phone"> & { phone_sealed: string }

export async function saveExemption(connection: Knex, organisation_id: string, exemption: ExemptionInput, { actor_id, at }: Act): Promise<void> {
  await connection.raw(`insert into organisation_exemption (organisation_id, reason, since, ended_on, changed_by, changed_at) values (:organisation_id, :reason, :since, :ended_on, :actor_id, :at)
    on conflict (organisation_id) do update set reason = excluded.reason, since = excluded.since, ended_on = excluded.ended_on, changed_by = excluded.changed_by, changed_at = excluded.changed_at`, { organisation_id, ...exemption, actor_id, at } as never)
}

export async function readExemption(connection: Knex, organisation_id: string): Promise<ExemptionInput | null> {
  const [row] = await rowsOf<ExemptionInput>(connection, "select reason, since, ended_on from organisation_exemption where organisation_id = :organisation_id", { organisation_id })
  return row ?? null
}

/** Sixteen letters and digits; only their hash is kept. */
const hashOf = (code: string): string => createHash("sha256").update(code.replaceAll("-", "").toUpperCase()).digest("hex")

/** Who issues an invitation: the office, or a manager of the unit. */
export type InvitationSide = "office" | "unit"

export async function invite(connection: Knex, organisation_id: string, { role, note, valid_days }: Omit<InvitationInput, "email">, code: string, { actor_id, at, side }: Act & { side: InvitationSide }): Promise<void> {
  await connection.raw(`insert into organisation_invitation (id, organisation_id, role, code_hash, note, created_by, created_at, expires_at, side) values (:id, :organisation_id, :role, :hash, :note, :actor_id, :at, :expires_at, :side)`,
    { id: generateEntityId(undefined, "oinv"), organisation_id, role, hash: hashOf(code), note, actor_id, at, side, expires_at: new Date(at.getTime() + valid_days * 86_400_000) } as never)
}

export async function readInvitations(connection: Knex, organisation_id: string, now: Date): Promise<Invitation[]> {
  const rows = await rowsOf<{ id: string; role: GivenRole; note: string; created_at: Date; expires_at: Date; used_at: Date | null; revoked_at: Date | null }>(connection,
    "select id, role, note, created_at, expires_at, used_at, revoked_at from organisation_invitation where organisation_id = :organisation_id order by created_at desc limit 50", { organisation_id })
  return rows.map(({ used_at, revoked_at, created_at, expires_at, ...row }) => ({
    ...row, created_at: new Date(created_at).toISOString(), expires_at: new Date(expires_at).toISOString(), state: used_at ? "used" : revoked_at ? "revoked" : new Date(expires_at) <= now ? "expired" : "open",
  }))
}

export interface UsedInvitation { organisation_id: string; role: MemberRole; /** Who issued it as a manager of the unit; null: the office did. */ manager: string | null; used_at: Date }

/** Uses a code up, once: whoever comes second is refused, as is the manager who issued it, and the same person again is answered the same. Errors: own_role, invitation_closed. */
export async function useInvitation(connection: Knex, code: string, { actor_id, at }: Act): Promise<UsedInvitation> {
  const own = await rowsOf(connection, "select 1 from organisation_invitation where code_hash = :hash and created_by = :actor_id", { hash: hashOf(code), actor_id })
  if (own.length > 0) throw refusal("not_allowed", "own_role")
  const [row] = await rowsOf<UsedInvitation>(connection, `update organisation_invitation set used_by = :actor_id, used_at = coalesce(used_at, :at)
    where code_hash = :hash and (used_at is null or used_by = :actor_id) and revoked_at is null and expires_at > :at returning organisation_id, role, case side when 'unit' then created_by end as manager, used_at`, { hash: hashOf(code), actor_id, at })
  if (!row) throw refusal("not_found", "invitation_closed")
  return row
}

/** Error: not_found. */
export async function revokeInvitation(connection: Knex, id: string, at: Date): Promise<{ role: MemberRole; note: string }> {
  const [row] = await rowsOf<{ role: MemberRole; note: string }>(connection, "update organisation_invitation set revoked_at = :at where id = :id and used_at is null and revoked_at is null returning role, note", { id, at })
  if (!row) throw refusal("not_found", "not_found")
  return row
}

/** A default takes the place of the one before. */
export async function addInvoiceTitle(transaction: Knex, title: InvoiceTitleInput, { actor_id, at }: Act): Promise<void> {
  if (title.is_default) await transaction.raw("update organisation_invoice_title set is_default = false where organisation_id = ? and ended_at is null", [title.organisation_id])
  await transaction.raw(`insert into organisation_invoice_title (id, organisation_id, title, tax_number, bank, account, address, is_default, changed_by, changed_at)
    values (:id, :organisation_id, :title, :tax_number, :bank, :account, :address, :is_default, :actor_id, :at)`, { id: generateEntityId(undefined, "oinvt"), ...title, actor_id, at } as never)
}

export async function readInvoiceTitles(connection: Knex, organisation_id: string): Promise<InvoiceTitle[]> {
  return rowsOf(connection, "select id, organisation_id, title, tax_number, bank, account, address, is_default from organisation_invoice_title where organisation_id = :organisation_id and ended_at is null order by is_default desc, changed_at", { organisation_id })
}

export async function addDeliveryPoint(connection: Knex, id: string, { phone: _phone, windows, ...point }: DeliveryPointInput, phone_sealed: string, { actor_id, at }: Act): Promise<void> {
  await connection.raw(`insert into organisation_delivery_point (id, organisation_id, name, contact, phone_sealed, county_code, detail, windows, changed_by, changed_at)
    values (:id, :organisation_id, :name, :contact, :phone_sealed, :county_code, :detail, :windows, :actor_id, :at)`, { id, ...point, phone_sealed, windows: JSON.stringify(windows), actor_id, at } as never)
}

export async function readDeliveryPoints(connection: Knex, organisation_id: string): Promise<PointRow[]> {
  return rowsOf(connection, "select id, organisation_id, name, contact, phone_sealed, county_code, detail, windows from organisation_delivery_point where organisation_id = :organisation_id and ended_at is null order by changed_at", { organisation_id })
}

/** Where units receive goods, and when, by unit; nobody's name or phone. */
export async function readPoints(connection: Knex, organisationIds: string[]): Promise<(Point & { organisation_id: string })[]> {
  return rowsOf(connection, "select organisation_id, name, county_code, detail, windows from organisation_delivery_point where organisation_id = any(:organisationIds) and ended_at is null order by changed_at", { organisationIds })
}

export type Detail = "organisation_invoice_title" | "organisation_delivery_point"

/** Which organisation something belongs to; null: there is no such thing. */
export async function ownerOf(connection: Knex, what: Detail | "organisation_relation" | "organisation_invitation", id: string): Promise<string | null> {
  const [row] = await rowsOf<{ organisation_id: string }>(connection, `select organisation_id from ${what} where id = :id`, { id })
  return row?.organisation_id ?? null
}

export async function endDetail(connection: Knex, what: Detail, id: string, at: Date): Promise<void> {
  await connection.raw(`update ${what} set ended_at = coalesce(ended_at, :at) where id = :id`, { id, at } as never)
}
