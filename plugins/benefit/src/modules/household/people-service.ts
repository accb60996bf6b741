import { allowed, refusal } from "@fupin/access"
import type { ConsentInput } from "@fupin/contract/schemas"
import type { Context } from "@medusajs/framework/types"
import { generateEntityId, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { shanghaiDay } from "../../domain/period"
import { decideConsent } from "../../domain/people/consent"
import { decideErasure, decideErasureRequest, openRequest, retentionEnd } from "../../domain/people/erasure"
import { holdsNumber } from "../../domain/people/numbers"
import { eraseElsewhere, isMember } from "./erase"
import { lockHouseholds } from "./medusa"
import { RosterService } from "./roster-service"
import { ERASED_NAME } from "../../sealing/sealed-columns"

/** Who acts, when, and why. */
export interface Act {
  by: string
  at: Date
  reason: string
}

/** What a household agreed to and asked for: consents to be named, requests for erasure. */
export class PeopleService extends RosterService {
  /** Records a written consent to be named. Errors: not_found, not_a_person, household_restricted, invalid_dates, consent_already_given. */
  @InjectTransactionManager()
  async giveConsent(household_id: string, { given_on, evidence }: ConsentInput, { by, at }: Pick<Act, "by" | "at">, @MedusaContext() context: Context = {}): Promise<void> {
    await lockHouseholds(context, [household_id])
    const { kind, restricted_at } = await this.retrieveHousehold(household_id, {}, context)
    if (kind === "collective") throw refusal("invalid_data", "not_a_person")
    if (holdsNumber(evidence)) throw refusal("invalid_data", "reason_holds_number")
    allowed(decideConsent(given_on, shanghaiDay(at), restricted_at !== null))
    const [open] = await this.listNameConsents({ household_id, purpose: "public_name", withdrawn_on: null }, {}, context)
    if (open) throw refusal("invalid_data", "consent_already_given")
    await this.createNameConsents({ household_id, purpose: "public_name", given_on, evidence, recorded_by: by }, context)
  }

  /** The household is shown by name no more, from the next reading on. Errors: not_found, no_consent. */
  @InjectTransactionManager()
  async withdrawConsent(household_id: string, { by, at }: Pick<Act, "by" | "at">, @MedusaContext() context: Context = {}): Promise<void> {
    await lockHouseholds(context, [household_id])
    await this.retrieveHousehold(household_id, {}, context)
    const [open] = await this.listNameConsents({ household_id, purpose: "public_name", withdrawn_on: null }, {}, context)
    if (!open) throw refusal("invalid_data", "no_consent")
    await this.updateNameConsents({ id: open.id, withdrawn_on: shanghaiDay(at), withdrawn_by: by }, context)
  }

  /** Restricts processing at once; the identity goes when the retention of vouchers has ended. Errors: not_found and those of `decideErasureRequest`. */
  @InjectTransactionManager()
  async requestErasure(household_id: string, last_entry_on: string | null, { by, at, reason }: Act, @MedusaContext() context: Context = {}): Promise<void> {
    await lockHouseholds(context, [household_id])
    const household = await this.retrieveHousehold(household_id, {}, context)
    const steps = await this.listErasureEvents({ household_id }, { order: { created_at: "ASC" } }, context)
    allowed(decideErasureRequest(household, steps))
    const on = shanghaiDay(at)
    const request_id = generateEntityId(undefined, "erasure")
    await this.createErasureEvents({ request_id, household_id, kind: "requested", on, actor_id: by, reason, retention_ends_on: retentionEnd(last_entry_on, on) }, context)
    await this.updateHouseholds({ id: household_id, restricted_at: at }, context)
  }

  /** The household takes its request back, or the office may not follow it: processing is free again. Errors: not_found, no_erasure_request. */
  @InjectTransactionManager()
  async endErasure(household_id: string, outcome: "withdrawn" | "refused", { by, at, reason }: Act, @MedusaContext() context: Context = {}): Promise<void> {
    await lockHouseholds(context, [household_id])
    await this.retrieveHousehold(household_id, {}, context)
    const open = openRequest(await this.listErasureEvents({ household_id }, { order: { created_at: "ASC" } }, context))
    if (!open) throw refusal("invalid_data", "no_erasure_request")
    const { request_id, retention_ends_on } = open
    await this.createErasureEvents({ request_id, household_id, kind: outcome, on: shanghaiDay(at), actor_id: by, reason, retention_ends_on }, context)
    await this.updateHouseholds({ id: household_id, restricted_at: null }, context)
  }

  /** Households whose identity waits to be removed. */
  async readErasable(): Promise<string[]> {
    const rows = await this.listHouseholds({ restricted_at: { $ne: null }, erased_at: null }, { select: ["id"], order: { id: "ASC" } })
    return rows.map(({ id }) => id)
  }

  /**
   * Removes the identity: names, numbers and whatever others hold of them. Code, village, statuses and amounts stay.
   * Errors: no_erasure_request, still_member, retention_runs.
   */
  @InjectTransactionManager()
  async eraseIdentity(household_id: string, last_entry_on: string | null, { by, at, reason }: Act, @MedusaContext() context: Context = {}): Promise<void> {
    await lockHouseholds(context, [household_id])
    const steps = await this.listErasureEvents({ household_id }, { order: { created_at: "ASC" } }, context)
    const on = shanghaiDay(at)
    const { request_id, retention_ends_on } = allowed(decideErasure(steps, { last_entry_on, is_member: await isMember(context, household_id, at) }, on))
    const open = await this.listNameConsents({ household_id, withdrawn_on: null }, {}, context)
    if (open.length > 0) await this.updateNameConsents(open.map(({ id }) => ({ id, withdrawn_on: on, withdrawn_by: by })), context)
    await eraseElsewhere(context, household_id)
    await this.updateHouseholds({
      id: household_id, name: ERASED_NAME, payee_name: ERASED_NAME, erased_at: at,
      id_number_sealed: null, id_number_index: null, phone_sealed: null, phone_index: null, bank_account_sealed: null,
    }, context)
    await this.createErasureEvents({ request_id, household_id, kind: "executed", on, actor_id: by, reason, retention_ends_on }, context)
  }
}
