import { allowed, refusal } from "@fupin/access"
import type { ApplyAgainInput } from "@fupin/contract/schemas"
import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { decideAdmission, decideEnding, decideGrant, manages } from "../../domain/decide-members"
import { decideApplyAgain, decideRefusal } from "../../domain/decide-registration"
import { decideUscc } from "../../domain/uscc"
import { asMembers, asOrganisations, type MemberRow, type OrganisationRow } from "../../medusa"
import { type EventRow, logEvent, type MemberActor, type NewEvent, readEvents, readEventsOf } from "./events"
import { SupplyBooks } from "./supply-books"

type Tx = Context<EntityManager>
type Seat = Pick<MemberRow, "organisation_id" | "customer_id" | "role">

/** Who belongs to a unit in which role, as its managers and the office change it; every change is written down with who made it. */
export class MemberBooks extends SupplyBooks {
  /** The office checked the unit: from now on its members may act for it. */
  @InjectTransactionManager()
  async verifyOrganisation(id: string, actor: MemberActor, @MedusaContext() context: Tx = {}): Promise<OrganisationRow> {
    await this.lock(context)
    const saved = await this.updateOrganisations({ id, verified_at: actor.at, verified_by: actor.by, refused_at: null, refusal_reason: null }, context)
    await this.log({ organisation_id: id, customer_id: null, role: null, act: "verified", counts: true }, actor, context)
    return asOrganisations([saved])[0]!
  }

  /** The office checked the person. Whoever registered the unit manages it from then on, once. */
  @InjectTransactionManager()
  async verifyMember(id: string, actor: MemberActor, @MedusaContext() context: Tx = {}): Promise<MemberRow> {
    await this.lock(context)
    const [member] = asMembers(await this.listOrganisationMembers({ id }, {}, context))
    const [organisation] = asOrganisations(await this.listOrganisations({ id: member!.organisation_id }, {}, context))
    const verified = await this.seat(member!, actor.by, "verified", actor, context)
    const isFirst = (await this.listOrganisationMembers({ organisation_id: organisation!.id, role: "manager" }, { take: 1 }, context)).length === 0
    if (organisation!.registered_by === member!.customer_id && isFirst) await this.seat({ ...member!, role: "manager" }, actor.by, "verified", actor, context)
    return verified
  }

  /** The office refuses a unit's registration: the applicant reads why, and corrects it. Errors: those of `decideRefusal`. */
  @InjectTransactionManager()
  async refuseOrganisation(id: string, reason: string, actor: MemberActor, @MedusaContext() context: Tx = {}): Promise<void> {
    await this.lock(context)
    const [organisation] = asOrganisations(await this.listOrganisations({ id }, {}, context))
    allowed(decideRefusal(organisation!), "not_allowed")
    await this.updateOrganisations({ id, refused_at: actor.at, refusal_reason: reason }, context)
    await this.log({ organisation_id: id, customer_id: null, role: null, act: "refused", note: reason }, actor, context)
  }

  /** The office refuses a person in a role. Errors: those of `decideRefusal`. */
  @InjectTransactionManager()
  async refuseMember(id: string, reason: string, actor: MemberActor, @MedusaContext() context: Tx = {}): Promise<void> {
    await this.lock(context)
    const [{ organisation_id, customer_id, role, ...held }] = asMembers(await this.listOrganisationMembers({ id }, {}, context)) as [MemberRow]
    allowed(decideRefusal(held), "not_allowed")
    await this.updateOrganisationMembers({ id, refused_at: actor.at, refusal_reason: reason }, context)
    await this.log({ organisation_id, customer_id, role, act: "refused", note: reason }, actor, context)
  }

  /** What was refused is put before the office again. Errors: not_found, invalid_uscc, organisation_known, and those of `decideApplyAgain`. */
  @InjectTransactionManager()
  async applyAgain(organisationId: string, customer_id: string, { unit, note }: ApplyAgainInput, at: Date, @MedusaContext() context: Tx = {}): Promise<void> {
    await this.lock(context)
    const [held] = asOrganisations(await this.listOrganisations({ id: organisationId }, {}, context))
    const own = (await this.seatsOf(organisationId, context)).filter((one) => one.customer_id === customer_id && one.left_at === null)
    if (!held || own.length === 0) throw refusal("not_found", "not_found")
    allowed(decideApplyAgain(held, own, { is_registrant: held.registered_by === customer_id, says_unit: unit !== null }), "not_allowed")
    if (unit === null) return this.applyAnew(own, { note, at }, context)
    const [named] = await this.listOrganisations({ uscc: allowed(decideUscc(unit.uscc)) }, {}, context)
    if (named && named.id !== organisationId) throw refusal("conflict", "organisation_known")
    await this.registerAgain(organisationId, unit, customer_id, { note, at }, context)
  }

  /** The office enters that a person is no longer of the unit in this role: rights end at once. */
  @InjectTransactionManager()
  async endMember(id: string, actor: MemberActor, @MedusaContext() context: Tx = {}): Promise<MemberRow> {
    await this.lock(context)
    return (await this.end(asMembers(await this.listOrganisationMembers({ id }, {}, context)), actor, context))[0]!
  }

  /** Somebody joins in the role of the invitation. `manager` issued it, null the office. Errors: those of `decideAdmission`. */
  @InjectTransactionManager()
  async admitMember({ manager, used_at, ...seat }: Seat & { manager: string | null; used_at: Date }, at: Date, @MedusaContext() context: Tx = {}): Promise<{ counts: boolean }> {
    await this.lock(context)
    const [organisation] = asOrganisations(await this.listOrganisations({ id: seat.organisation_id }, {}, context))
    const held = await this.seatsOf(seat.organisation_id, context)
    const { counts } = allowed(decideAdmission(held, { ...seat, manager, used_at, is_unit_verified: organisation!.verified_at !== null }, at), "not_found")
    const { verified_at } = await this.seat(seat, counts ? manager : null, "joined", { side: "unit", by: seat.customer_id, at }, context)
    return { counts: verified_at !== null }
  }

  /** A manager gives a member a further role. Errors: role_not_allowed, and those of `decideGrant`. */
  @InjectTransactionManager()
  async grantRole(seat: Seat, { by, at }: Omit<MemberActor, "side">, @MedusaContext() context: Tx = {}): Promise<void> {
    const held = await this.lockManaged(seat.organisation_id, by, at, context)
    const { counts } = allowed(decideGrant(held, { by, ...seat }, at), "not_allowed")
    await this.seat(seat, counts ? by : null, "added", { side: "unit", by, at }, context)
  }

  /** A manager ends one role, or a person in all of theirs, at once. Errors: role_not_allowed, not_found, and those of `decideEnding`. */
  @InjectTransactionManager()
  async endRoles(organisationId: string, which: { id: string } | { customer_id: string }, { by, at }: Omit<MemberActor, "side">, @MedusaContext() context: Tx = {}): Promise<void> {
    const held = await this.lockManaged(organisationId, by, at, context)
    const ended = held.filter((one) => one.left_at === null && ("id" in which ? one.id === which.id : one.customer_id === which.customer_id))
    if (ended.length === 0) throw refusal("not_found", "not_found")
    allowed(decideEnding(held, ended.map(({ id }) => id), at), "not_allowed")
    await this.end(ended, { side: "unit", by, at }, context)
  }

  /** Writes down what happened about members elsewhere: an invitation issued or revoked. */
  @InjectTransactionManager()
  async logMembers(event: NewEvent, actor: MemberActor, @MedusaContext() context: Tx = {}): Promise<void> {
    await this.log(event, actor, context)
  }

  @InjectManager()
  async readEvents(organisationId: string, @MedusaContext() context: Tx = {}): Promise<EventRow[]> {
    return readEvents(context.manager!, organisationId)
  }

  /** Of these units what concerns the person or the unit itself. */
  @InjectManager()
  async readEventsOf(organisationIds: string[], customerId: string, @MedusaContext() context: Tx = {}): Promise<EventRow[]> {
    return readEventsOf(context.manager!, organisationIds, customerId)
  }

  /** The unit's seats, if the person manages it still once it is their turn. */
  private async lockManaged(organisationId: string, by: string, at: Date, context: Tx): Promise<MemberRow[]> {
    await this.lock(context)
    const held = await this.seatsOf(organisationId, context)
    if (!manages(held, by, at)) throw refusal("forbidden", "role_not_allowed")
    return held
  }

  private async seatsOf(organisation_id: string, context: Tx): Promise<MemberRow[]> {
    return asMembers(await this.listOrganisationMembers({ organisation_id }, { take: null }, context))
  }

  /** Somebody holds a role, by whoever verified it, or waits for the office (null); what is so already stays as it is. */
  private async seat({ organisation_id, customer_id, role }: Seat, verified_by: string | null, act: "joined" | "added" | "verified", actor: MemberActor, context: Tx): Promise<MemberRow> {
    const counts = verified_by !== null
    const [held] = asMembers(await this.listOrganisationMembers({ organisation_id, customer_id, role }, {}, context))
    if (held && held.left_at === null && held.refused_at === null && (held.verified_at !== null || !counts)) return held
    const row = { organisation_id, customer_id, role, left_at: null, refused_at: null, refusal_reason: null, verified_by, verified_at: counts ? actor.at : null }
    const saved = held ? await this.updateOrganisationMembers({ id: held.id, ...row }, context) : await this.createOrganisationMembers(row, context)
    await this.log({ organisation_id, customer_id, role, act, counts }, actor, context)
    return asMembers([saved])[0]!
  }

  private async end(members: MemberRow[], actor: MemberActor, context: Tx): Promise<MemberRow[]> {
    const saved = await this.updateOrganisationMembers(members.map(({ id }) => ({ id, left_at: actor.at })), context)
    for (const { organisation_id, customer_id, role } of members) await this.log({ organisation_id, customer_id, role, act: "ended" }, actor, context)
    return asMembers(saved)
  }

  private async log(event: NewEvent, actor: MemberActor, context: Tx): Promise<void> {
    await logEvent(context.transactionManager!, event, actor)
  }
}
