import { createHash } from "node:crypto"
import { allowed, refusal } from "@fupin/access"
import type { ProducerInvitationInput } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, generateEntityId, MedusaService } from "@medusajs/framework/utils"
import { decideJoin } from "../../domain/workbench/decide-producer"
import { giveTryBack, takeTry } from "../campaign/attempts"
import { rowsOf } from "../spending/sql"
import { lockInvitation, type ProducerInvitationRow, type ProducerMemberRow, readInvitationsOf, readMembersOf, readMembershipsOf, readStopsOf, type StopRow } from "./rows"

export type { ProducerInvitationRow, ProducerMemberRow, StopRow }

export interface Act {
  actor_id: string
  at: Date
}

/** Sixteen letters and digits; only their hash is kept. */
const hashOf = (code: string): string => createHash("sha256").update(code.replaceAll("-", "").toUpperCase()).digest("hex")

/** Who acts for a producer. Every act is one transaction; the same act again changes nothing. */
export class WorkbenchModuleService extends MedusaService({}) {
  private readonly connection: Knex

  constructor(container: { [ContainerRegistrationKeys.PG_CONNECTION]: Knex }) {
    super(...arguments)
    this.connection = container[ContainerRegistrationKeys.PG_CONNECTION]
  }

  /** The code is the caller's to show once; only its hash is kept. */
  async invite(producerId: string, { note, valid_days }: ProducerInvitationInput, code: string, { actor_id, at }: Act): Promise<void> {
    await this.connection.raw("insert into producer_invitation (id, producer_id, code_hash, note, created_by, created_at, expires_at) values (:id, :producerId, :hash, :note, :actor_id, :at, :expires_at)",
      { id: generateEntityId(undefined, "pinv"), producerId, hash: hashOf(code), note, actor_id, at, expires_at: new Date(at.getTime() + valid_days * 86_400_000) } as never)
  }

  /** Lets the person in at once; wrong codes are counted by person and address. Answers the producer. Errors: producer_join_locked, producer_invitation_closed. */
  async join(code: string, { address, ...act }: Act & { address: string }): Promise<string> {
    const asker = { token: `producer:${act.actor_id}`, asker: address }
    if (!(await takeTry(this.connection, asker))) throw refusal("not_allowed", "producer_join_locked")
    const producerId = await this.connection.transaction((transaction) => this.enter(transaction, hashOf(code), act))
    await giveTryBack(this.connection, asker)
    return producerId
  }

  private async enter(transaction: Knex, hash: string, { actor_id, at }: Act): Promise<string> {
    const held = await lockInvitation(transaction, hash)
    const act = allowed(decideJoin(held, actor_id, at), "not_found")
    const { id: invitation_id, producer_id, created_at } = held!
    if (act === "again") return producer_id
    await transaction.raw("update producer_invitation set used_by = ?, used_at = ? where id = ?", [actor_id, at, invitation_id])
    await transaction.raw(`insert into producer_member (id, producer_id, customer_id, invitation_id, invited_at, verified_at) values (:id, :producer_id, :actor_id, :invitation_id, :created_at, :at)
      on conflict (producer_id, customer_id) where left_at is null do nothing`, { id: generateEntityId(undefined, "pmem"), producer_id, actor_id, invitation_id, created_at, at } as never)
    return producer_id
  }

  async readMemberships(customerId: string): Promise<ProducerMemberRow[]> {
    return await readMembershipsOf(this.connection, customerId)
  }

  async readMembers(producerId: string): Promise<ProducerMemberRow[]> {
    return await readMembersOf(this.connection, producerId)
  }

  async readInvitations(producerId: string): Promise<ProducerInvitationRow[]> {
    return await readInvitationsOf(this.connection, producerId)
  }

  async readStops(producerIds: string[]): Promise<StopRow[]> {
    return await readStopsOf(this.connection, producerIds)
  }

  /** Whose it is; null: there is no such thing. */
  async producerOf(what: "producer_member" | "producer_invitation", id: string): Promise<string | null> {
    const [row] = await rowsOf<{ producer_id: string }>(this.connection, `select producer_id from ${what} where id = :id`, { id })
    return row?.producer_id ?? null
  }

  /** From now on the person is a stranger to the producer. */
  async endMember(id: string, { actor_id, at }: Act): Promise<void> {
    await this.connection.raw("update producer_member set left_at = ?, ended_by = ? where id = ? and left_at is null", [at, actor_id, id])
  }

  /** Error: producer_invitation_closed when it was used already. */
  async revokeInvitation(id: string, { actor_id, at }: Act): Promise<void> {
    const rows = await rowsOf(this.connection, "update producer_invitation set revoked_at = coalesce(revoked_at, :at), revoked_by = coalesce(revoked_by, :actor_id) where id = :id and used_at is null returning id", { id, actor_id, at })
    if (rows.length === 0) throw refusal("conflict", "producer_invitation_closed")
  }

  /** Its people may look from now on, and not act. Stopped again, the first reason stays. */
  async stop(producerId: string, reason: string, { actor_id, at }: Act): Promise<void> {
    await this.connection.raw("insert into producer_stop (id, producer_id, reason, stopped_by, stopped_at) values (?, ?, ?, ?, ?) on conflict (producer_id) where lifted_at is null do nothing", [generateEntityId(undefined, "pstp"), producerId, reason, actor_id, at])
  }

  /** Error: producer_not_stopped. */
  async lift(producerId: string, { actor_id, at }: Act): Promise<void> {
    const rows = await rowsOf(this.connection, "update producer_stop set lifted_by = :actor_id, lifted_at = :at where producer_id = :producerId and lifted_at is null returning id", { producerId, actor_id, at })
    if (rows.length === 0) throw refusal("conflict", "producer_not_stopped")
  }
}
