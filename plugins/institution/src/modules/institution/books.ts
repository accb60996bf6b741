import { allowed, refusal } from "@fupin/access"
import type { Keyring } from "@fupin/benefit/sealing/keyring"
import type { DeliveryAddress, MemberRole, OrganisationInput, StandingOrderChange, SupplyAgreementInput } from "@fupin/contract/schemas"
import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import type { Context } from "@medusajs/framework/types"
import { generateEntityId, InjectTransactionManager, MedusaContext, MedusaService } from "@medusajs/framework/utils"
import { decideLines, decidePlan } from "../../domain/decide-standing-order"
import { decideRegistration } from "../../domain/decide-registration"
import { decideReceiving, type Point } from "../../domain/receiving-days"
import { decideNegotiable, decideTerms } from "../../domain/negotiation"
import { phonePlace } from "../../keys"
import { decideUscc } from "../../domain/uscc"
import { asAgreements, asMembers, asOrganisations, type MemberRow, type OrganisationRow } from "../../medusa"
import { logEvent } from "./events"
import { countOn, keepRevision } from "./revisions"
import { Occurrence, OccurrenceLine } from "./models/occurrence"
import { Organisation } from "./models/organisation"
import { OrganisationMember } from "./models/organisation-member"
import { StandingOrder, StandingOrderLine } from "./models/standing-order"
import { SupplyAgreement, SupplyAgreementLine } from "./models/supply-agreement"

type Tx = Context<EntityManager>

export interface MemberEntry {
  organisation_id: string
  customer_id: string
  role: MemberRole
  /** Who verified the person, and when; null leaves that open. */
  verified: { at: Date; by: string } | null
}

export type AgreementTerms = Omit<SupplyAgreementInput, "version"> & { version?: number | null }

export interface StandingOrderEntry extends Omit<StandingOrderChange, "delivery"> {
  /** Where it goes; of what is given away the address of who has it. */
  delivery: DeliveryAddress
  /** Set to change this one; otherwise found again by agreement and name. */
  id?: string
  agreement_id: string
  created_by: string | null
  /** The first day a buyer may still plan for; null for staff and seeds, who may enter the past. */
  earliest: string | null
  /** Where the unit receives goods, and when. */
  points: readonly Point[]
  /** Refuse a name already used instead of changing what bears it. */
  is_new: boolean
}

const Base = MedusaService({
  Organisation, OrganisationMember, SupplyAgreement, SupplyAgreementLine, StandingOrder, StandingOrderLine, Occurrence, OccurrenceLine,
})

/** Organisations, members, agreements and standing orders. Saving finds rows again by their natural keys: saving twice changes nothing. */
export class InstitutionBooks extends Base {
  /** Found again by 统一社会信用代码. What the office enters itself is registered by nobody: whoever typed the code before does not come to manage it. Error: invalid_uscc. */
  @InjectTransactionManager()
  async saveOrganisations(inputs: (OrganisationInput & { verified: MemberEntry["verified"] })[], @MedusaContext() context: Tx = {}): Promise<OrganisationRow[]> {
    await this.lock(context)
    const saved = []
    for (const { verified, ...input } of inputs) {
      const [held] = await this.listOrganisations({ uscc: allowed(decideUscc(input.uscc)) }, {}, context)
      const row = { ...input, ...(held?.verified_at ? {} : { registered_by: null }), ...(verified && !held?.verified_at ? { verified_at: verified.at, verified_by: verified.by } : {}) }
      saved.push(held ? await this.updateOrganisations({ id: held.id, ...row }, context) : await this.createOrganisations(row, context))
    }
    return asOrganisations(saved)
  }

  /** A person registers their unit, unverified, and becomes its buyer, unverified too; the same again changes nothing. Errors: invalid_uscc, and those of `decideRegistration`. */
  @InjectTransactionManager()
  async registerOrganisation(input: OrganisationInput, customer_id: string, at: Date, @MedusaContext() context: Tx = {}): Promise<OrganisationRow> {
    await this.lock(context)
    const [held] = asOrganisations(await this.listOrganisations({ uscc: allowed(decideUscc(input.uscc)) }, {}, context))
    const mine = asMembers(await this.listOrganisationMembers({ customer_id }, { take: null }, context))
    const open = await this.listOrganisations({ id: mine.map(({ organisation_id }) => organisation_id), verified_at: null }, { select: ["id"], take: null }, context)
    if (allowed(decideRegistration(held ? { is_mine: mine.some(({ organisation_id }) => organisation_id === held.id) } : null, open.length), "conflict") === "again") return held!.refused_at && held!.registered_by === customer_id ? this.registerAgain(held!.id, input, customer_id, { note: "", at }, context) : held!
    const organisation = await this.createOrganisations({ ...input, registered_by: customer_id }, context)
    await this.createOrganisationMembers({ organisation_id: organisation.id, customer_id, role: "buyer" }, context)
    await logEvent(context.transactionManager!, { organisation_id: organisation.id, customer_id: null, role: null, act: "applied" }, { side: "unit", by: customer_id, at })
    return asOrganisations([organisation])[0]!
  }

  /** A refused registration, corrected, is before staff again, and with it the person who registers. */
  protected async registerAgain(id: string, input: OrganisationInput, customer_id: string, { note, at }: { note: string; at: Date }, context: Tx): Promise<OrganisationRow> {
    const saved = await this.updateOrganisations({ id, ...input, refused_at: null, refusal_reason: null }, context)
    await logEvent(context.transactionManager!, { organisation_id: id, customer_id: null, role: null, act: "applied", note }, { side: "unit", by: customer_id, at })
    await this.applyAnew(asMembers(await this.listOrganisationMembers({ organisation_id: id, customer_id }, { take: null }, context)), { note, at }, context)
    return asOrganisations([saved])[0]!
  }

  /** Roles of a person that were refused wait for staff again. */
  protected async applyAnew(members: MemberRow[], { note, at }: { note: string; at: Date }, context: Tx): Promise<void> {
    for (const { id, organisation_id, customer_id, role } of members.filter(({ refused_at }) => refused_at !== null)) {
      await this.updateOrganisationMembers({ id, refused_at: null, refusal_reason: null }, context)
      await logEvent(context.transactionManager!, { organisation_id, customer_id, role, act: "applied", note }, { side: "unit", by: customer_id, at })
    }
  }

  /** Found again by organisation, person and role; someone who left and returns is verified anew. `by` enters them for the office. */
  @InjectTransactionManager()
  async saveMembers(entries: MemberEntry[], by: string, at: Date, @MedusaContext() context: Tx = {}): Promise<MemberRow[]> {
    await this.lock(context)
    const saved = []
    for (const { verified, ...key } of entries) {
      const [held] = await this.listOrganisationMembers(key, {}, context)
      const isVerified = held?.verified_at && !held.left_at
      const row = { ...key, left_at: null, ...(isVerified ? {} : { verified_at: verified?.at ?? null, verified_by: verified?.by ?? null }) }
      saved.push(held ? await this.updateOrganisationMembers({ id: held.id, ...row }, context) : await this.createOrganisationMembers(row, context))
      if (!isVerified) await logEvent(context.transactionManager!, { ...key, act: "added", counts: verified !== null }, { side: "office", by, at })
    }
    return asMembers(saved)
  }

  /**
   * Found again by number; its stage is that of its first entry. A form says which version it was filled from, null for a new one; without,
   * whoever writes last is right. Answers ids. Errors: changed_meanwhile, end_before_start, duplicate_line, agreement_number_taken, agreement_signed (for a form), agreement_terminated, and those of `decideTerms`.
   */
  @InjectTransactionManager()
  async saveAgreements(inputs: AgreementTerms[], by: string, @MedusaContext() context: Tx = {}): Promise<string[]> {
    await this.lock(context)
    const saved: string[] = []
    const manager = context.transactionManager!
    for (const { lines, weekdays, version, ...input } of inputs) {
      allowed(decideTerms({ ...input, lines }))
      const [held] = await this.listSupplyAgreements({ number: input.number }, { relations: ["lines"] }, context)
      if (held && held.organisation_id === input.organisation_id && version !== undefined) allowed(decideNegotiable(asAgreements([held])[0]!.stage), "not_allowed")
      if (held && (held.organisation_id !== input.organisation_id || version === null)) throw refusal("conflict", "agreement_number_taken")
      if (held?.stage === "terminated") throw refusal("not_allowed", "agreement_terminated")
      const row = { ...input, weekdays: weekdays.map(String), stage: held?.stage ?? input.stage }
      const { id } = held ? await this.updateSupplyAgreements({ id: held.id, ...row }, context) : await this.createSupplyAgreements(row, context)
      if (held) await countOn(manager, id, version ?? null)
      if (held) await manager.execute("delete from supply_agreement_line where agreement_id = ?", [id])
      await this.createSupplyAgreementLines(lines.map((line) => ({ ...line, agreement_id: id })), context)
      await keepRevision(manager, id, "saved", by)
      saved.push(id)
    }
    return saved
  }

  /** Answers ids. Errors: those of `decideLines`, `decidePlan` and `decideReceiving`, standing_order_name_taken. */
  @InjectTransactionManager()
  async saveStandingOrders(entries: StandingOrderEntry[], keys: Keyring, @MedusaContext() context: Tx = {}): Promise<string[]> {
    await this.lock(context)
    const saved: string[] = []
    for (const entry of entries) saved.push(await this.saveStandingOrder(entry, keys, context))
    return saved
  }

  private async saveStandingOrder(entry: StandingOrderEntry, keys: Keyring, context: Tx): Promise<string> {
    const { id: known, lines, weekdays, delivery: { phone, ...delivery }, points, earliest, is_new, created_by, version, ...plan } = entry
    const [agreement] = asAgreements(await this.listSupplyAgreements({ id: plan.agreement_id }, { relations: ["lines"] }, context))
    if (!agreement) throw refusal("not_found", "not_found")
    allowed(decideLines(agreement, lines))
    allowed(decidePlan(agreement, { ...plan, weekdays }, earliest))
    if (plan.recipient_id === null) allowed(decideReceiving(points, delivery, weekdays))
    const [current] = known ? await this.listStandingOrders({ id: known }, {}, context) : []
    if (version !== undefined && current && current.version !== version) throw refusal("conflict", "changed_meanwhile")
    const [named] = await this.listStandingOrders({ agreement_id: plan.agreement_id, name: plan.name }, {}, context)
    if (named && (is_new || (known && named.id !== known))) throw refusal("invalid_data", "standing_order_name_taken")
    const held = known ?? named?.id
    const id = held ?? generateEntityId(undefined, "stor")
    const row = { id, ...plan, weekdays: weekdays.map(String), delivery, delivery_phone_sealed: keys.seal(phonePlace(id), phone) }
    if (held) await this.updateStandingOrders({ ...row, version: (current ?? named)!.version + 1 }, context)
    else await this.createStandingOrders({ ...row, created_by }, context)
    if (held) await context.transactionManager!.execute("delete from standing_order_line where standing_order_id = ?", [id])
    await this.createStandingOrderLines(lines.map((line) => ({ ...line, standing_order_id: id })), context)
    return id
  }

  /** Saving is rare; one writer at a time keeps natural keys from racing. */
  protected async lock(context: Tx): Promise<void> {
    await context.transactionManager!.execute("select pg_advisory_xact_lock(hashtext('institution'))")
  }
}
