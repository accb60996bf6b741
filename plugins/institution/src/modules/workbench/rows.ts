import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { HeldInvitation, ProducerMembership } from "../../domain/workbench/decide-producer"
import { rowsOf } from "../spending/sql"

export interface ProducerMemberRow extends ProducerMembership {
  id: string
  customer_id: string
  invited_at: Date
}

export interface ProducerInvitationRow {
  id: string
  note: string
  created_at: Date
  expires_at: Date
  used_at: Date | null
  revoked_at: Date | null
}

export interface StopRow {
  producer_id: string
  reason: string
  stopped_at: Date
}

const MEMBER = "id, producer_id, customer_id, invited_at, verified_at, left_at"

/** Those who act or acted for a producer, the newest in front. */
export const readMembersOf = (connection: Knex, producer_id: string): Promise<ProducerMemberRow[]> =>
  rowsOf(connection, `select ${MEMBER} from producer_member where producer_id = :producer_id order by left_at is not null, verified_at desc, id limit 200`, { producer_id })

/** Everything a person was ever given. */
export const readMembershipsOf = (connection: Knex, customer_id: string): Promise<ProducerMemberRow[]> =>
  rowsOf(connection, `select ${MEMBER} from producer_member where customer_id = :customer_id order by verified_at, id`, { customer_id })

export const readInvitationsOf = (connection: Knex, producer_id: string): Promise<ProducerInvitationRow[]> =>
  rowsOf(connection, "select id, note, created_at, expires_at, used_at, revoked_at from producer_invitation where producer_id = :producer_id order by created_at desc, id limit 50", { producer_id })

/** Of these producers those that are stopped. */
export const readStopsOf = (connection: Knex, producerIds: string[]): Promise<StopRow[]> =>
  rowsOf(connection, "select producer_id, reason, stopped_at from producer_stop where producer_id = any(:producerIds) and lifted_at is null", { producerIds })

/** The invitation with this code, under its lock. */
export async function lockInvitation(transaction: Knex, code_hash: string): Promise<(HeldInvitation & { id: string; producer_id: string; created_at: Date }) | null> {
  const [row] = await rowsOf<Omit<HeldInvitation, "holds"> & { id: string; producer_id: string; created_at: Date }>(transaction,
    "select id, producer_id, created_at, used_by, revoked_at, expires_at from producer_invitation where code_hash = :code_hash for update", { code_hash })
  if (!row) return null
  const held = await rowsOf(transaction, "select 1 from producer_member where invitation_id = :id and left_at is null", { id: row.id })
  return { ...row, holds: held.length > 0 }
}
