import type { ApprovalPolicyInput, BudgetFigure, BudgetInput, DecisionInput } from "@fupin/contract/schemas"
import type { JudgedTier } from "../../domain/spending/split"
import type { UnitFacts } from "../../domain/spending/decide-approval"
import { askAgain, decide, delegate, type DelegationEntry, readRequest, type RequestWithFacts, withFacts } from "./decide"
import type { Entrant } from "./entries"
import { readBudgets, saveBudget, savePolicy } from "./limits"
import type { Purchase, Verdict } from "./purchase"
import { noteAskers, type Policy, readPolicies, REQUEST, type RequestRow } from "./requests"
import { askAhead, lower, preview, release, reserve } from "./reserve"
import { OrganisationBooks } from "./organisation-service"
import { rowsOf } from "./sql"
import { type DelegationRow, endDelegation, readDelegations, readUnit } from "./unit"

/** Budgets and approvals of organisations. Every act is one transaction under the organisation's lock; the same act again changes nothing. */
export class SpendingModuleService extends OrganisationBooks {
  /** Reserves what budget and approvals allow, and asks for the approvals missing; see `reserve`. */
  async reserve(purchases: Purchase[], at: Date): Promise<Map<string, Verdict>> {
    return await this.connection.transaction((transaction) => reserve(transaction, purchases, at))
  }

  async release(keys: string[], at: Date): Promise<void> {
    await release(this.connection, keys, at)
  }

  /** Never more than was reserved. */
  async lower(key: string, amount_fen: number): Promise<void> {
    await lower(this.connection, key, amount_fen)
  }

  /** Which approvals a purchase would need if it were submitted now. Writes nothing. */
  async preview(organisation_id: string, purchase: Pick<Purchase, "kind" | "amount_fen">, at: Date): Promise<JudgedTier> {
    return await preview(this.connection, { organisation_id, ...purchase }, at)
  }

  /** Asks for approvals before the purchases are placed; closes open requests for deliveries that will not come. */
  async askAhead(purchases: Purchase[], at: Date): Promise<void> {
    await this.connection.transaction(async (transaction) => {
      await askAhead(transaction, purchases, at)
      await transaction.raw(`update spending_request r set state = 'withdrawn', closed_at = ? from occurrence o
        where r.state = 'open' and r.key = 'occurrence:' || o.id and o.state in ('skipped', 'cancelled')`, [at])
    })
  }

  /** Notes who asked for, or changed, what is kept under these keys: they approve nothing of it. */
  async noteAskers(keys: string[], customerIds: string[], at: Date): Promise<void> {
    await this.connection.transaction((transaction) => noteAskers(transaction, keys, customerIds, at))
  }

  /** Answers the state it is in now. Errors: not_found, approval_closed, already_decided, approves_own_request, not_an_approver, approval_changed, rejection_reason_required. */
  async decide(id: string, actor: string, decision: DecisionInput, at: Date): Promise<RequestRow["state"]> {
    return await this.connection.transaction((transaction) => decide(transaction, id, actor, decision, at))
  }

  /** Errors: not_found, approval_closed. */
  async askAgain(id: string, actor: string, at: Date): Promise<void> {
    await this.connection.transaction((transaction) => askAgain(transaction, id, actor, at))
  }

  /** Errors: not_an_approver, unknown_delegate, end_before_start, date_in_the_past, delegation_overlaps. */
  async delegate(entry: DelegationEntry, at: Date): Promise<string> {
    return await this.connection.transaction((transaction) => delegate(transaction, entry, at))
  }

  /** Error: not_found. */
  async endDelegation(id: string, from: string, at: Date): Promise<void> {
    await endDelegation(this.connection, id, from, at)
  }

  /** Errors: invalid_policy, unknown_approver. */
  async savePolicy(organisationId: string, policy: ApprovalPolicyInput, by: string, at: Date): Promise<void> {
    await this.connection.transaction((transaction) => savePolicy(transaction, organisationId, policy, by, at))
  }

  /** Errors: budget_other_year, budget_below_committed, both only of what a unit enters itself. */
  async saveBudget(organisationId: string, budget: BudgetInput, entrant: Entrant): Promise<void> {
    await this.connection.transaction((transaction) => saveBudget(transaction, organisationId, budget, entrant))
  }

  async readPolicy(organisationId: string): Promise<Policy | null> {
    return (await readPolicies(this.connection, [organisationId])).get(organisationId) ?? null
  }

  /** Organisations that have a policy. */
  async readGoverned(): Promise<string[]> {
    return (await rowsOf<{ id: string }>(this.connection, "select distinct organisation_id as id from spending_policy")).map(({ id }) => id)
  }

  async readBudgets(organisationId: string, year: number | null): Promise<BudgetFigure[]> {
    return await readBudgets(this.connection, organisationId, year)
  }

  async readRequest(id: string): Promise<RequestWithFacts | null> {
    return await readRequest(this.connection, id)
  }

  /** Requests of an organisation in these states, the nearest day first. */
  async listRequests(organisationId: string, states: RequestRow["state"][]): Promise<RequestWithFacts[]> {
    const rows = await rowsOf<RequestRow>(this.connection, `select ${REQUEST} from spending_request r where organisation_id = :organisationId and state = any(:states)
      and (state <> 'open' or not exists (select 1 from occurrence o where 'occurrence:' || o.id = r.key and o.state in ('skipped', 'cancelled'))) order by on_day desc, id limit 200`, { organisationId, states })
    return await withFacts(this.connection, rows)
  }

  async readUnit(organisationId: string): Promise<UnitFacts> {
    return await readUnit(this.connection, organisationId)
  }

  async readDelegations(organisationId: string): Promise<DelegationRow[]> {
    return await readDelegations(this.connection, organisationId)
  }
}
