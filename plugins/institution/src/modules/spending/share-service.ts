import type { HeadcountInput, MemberLevel, OutsidePurchase, ShareRate, SpendingPlanInput } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, MedusaService } from "@medusajs/framework/utils"
import type { Rate } from "../../domain/spending/plan-progress"
import { type Entrant, type EntryRow, readEntries } from "./entries"
import { readHeadcount, readHeadcounts, saveHeadcount } from "./headcounts"
import { type CountedRow, endRelation, readCounted, readRelations, type RelationRow, saveRelation } from "./relations"
import {
  type Act, creditOrder, decideOutside, enterOutside, type OutsideEntry, type PlanRow, type Proof, readCreditOf, readCredits, readMemberLevels, readOutside, readPlans, readProof, readRates, saveMemberLevel, savePlan, saveRate,
} from "./shares"

/** Yearly plans, what they rest on, and what counts for them. */
export class ShareBooks extends MedusaService({}) {
  protected readonly connection: Knex

  constructor(container: { [ContainerRegistrationKeys.PG_CONNECTION]: Knex }) {
    super(...arguments)
    this.connection = container[ContainerRegistrationKeys.PG_CONNECTION]
  }

  /** Error: plan_incomplete. */
  async savePlan(organisationId: string, plan: SpendingPlanInput, act: Act): Promise<void> {
    await savePlan(this.connection, organisationId, plan, act)
  }

  async readPlans(organisationId: string, year: number): Promise<PlanRow[]> {
    return await readPlans(this.connection, organisationId, year)
  }

  async saveRate(rate: ShareRate, act: Act): Promise<void> {
    await saveRate(this.connection, rate, act)
  }

  async readRates(): Promise<(Rate & { source: string })[]> {
    return await readRates(this.connection)
  }

  async saveMemberLevel(level: MemberLevel, act: Act): Promise<void> {
    await saveMemberLevel(this.connection, level, act)
  }

  async readMemberLevels(): Promise<MemberLevel[]> {
    return await readMemberLevels(this.connection)
  }

  /** Errors: headcount_in_past, headcount_counted, both only of what a unit enters itself. */
  async saveHeadcount(organisationId: string, headcount: HeadcountInput, entrant: Entrant): Promise<void> {
    await this.connection.transaction((transaction) => saveHeadcount(transaction, organisationId, headcount, entrant))
  }

  async readHeadcounts(organisationId: string): Promise<HeadcountInput[]> {
    return await readHeadcounts(this.connection, organisationId)
  }

  /** Who entered budgets and headcounts of a unit, the latest first. */
  async readEntries(organisationId: string): Promise<EntryRow[]> {
    return await readEntries(this.connection, organisationId)
  }

  async readHeadcount(organisationId: string, day: string): Promise<{ on_day: string; members: number } | null> {
    return await readHeadcount(this.connection, organisationId, day)
  }

  /** Error: proof_known. */
  async enterOutside(entries: OutsideEntry[], act: Act): Promise<void> {
    await this.connection.transaction((transaction) => enterOutside(transaction, entries, act))
  }

  async readOutside(filter: { ids?: string[]; organisation_ids?: string[]; states?: OutsidePurchase["state"][] }): Promise<OutsidePurchase[]> {
    return await readOutside(this.connection, filter)
  }

  async readProof(id: string): Promise<(Proof & { kept_by: string }) | null> {
    return await readProof(this.connection, id)
  }

  /** Errors: approval_closed, rejection_reason_required. */
  async decideOutside(id: string, verdict: "approve" | "refuse", reason: string, act: Act): Promise<void> {
    await decideOutside(this.connection, id, verdict, reason, act)
  }

  /** Error: unknown_order. */
  async creditOrder(orderId: string, organisationId: string, act: Act): Promise<void> {
    await creditOrder(this.connection, orderId, organisationId, act)
  }

  async readCredits(organisationIds: string[]): Promise<{ order_id: string; organisation_id: string }[]> {
    return await readCredits(this.connection, organisationIds)
  }

  /** Where one's own order may be counted from, and where it is; null when it is not the person's, or a unit's own. */
  async readCreditOf(orderId: string, customerId: string): Promise<{ organisation_id: string | null } | null> {
    return await readCreditOf(this.connection, orderId, customerId)
  }

  /** Error: relation_taken. */
  async saveRelation(relation: Omit<RelationRow, "id" | "ended_on">, act: Act): Promise<void> {
    await this.connection.transaction((transaction) => saveRelation(transaction, relation, act))
  }

  /** Error: not_found. */
  async endRelation(id: string, endedOn: string, act: Act): Promise<void> {
    await endRelation(this.connection, id, endedOn, act)
  }

  async readRelations(organisationIds: string[]): Promise<RelationRow[]> {
    return await readRelations(this.connection, organisationIds)
  }

  async readCounted(organisationIds: string[], first: string, last: string): Promise<CountedRow[]> {
    return await readCounted(this.connection, organisationIds, first, last)
  }
}
