import { allowed, refusal } from "@fupin/access"
import type { DecisionInput } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { addDays, businessDay } from "../../domain/business-day"
import { isApproved } from "../../domain/spending/approval-policy"
import { decideDelegation, decideSeat } from "../../domain/spending/decide-approval"
import { closeRequest, noteAskers, readAskers, readDecisions, REQUEST, type RequestRow } from "./requests"
import { lockSpending, rowsOf } from "./sql"
import { readDelegations, readUnit } from "./unit"

export interface DelegationEntry {
  organisation_id: string
  from_customer_id: string
  to_customer_id: string
  from_day: string
  to_day: string
  reason: string
}

/** A request with who asked for it and what was decided. */
export async function readRequest(connection: Knex, id: string) {
  const [row] = await rowsOf<RequestRow>(connection, `select ${REQUEST} from spending_request where id = :id`, { id })
  return row ? (await withFacts(connection, [row]))[0]! : null
}

/** Two queries for however many requests. */
export async function withFacts(connection: Knex, rows: RequestRow[]) {
  const noted = await readAskers(connection, rows.flatMap(({ key, within }) => [key, within]))
  const decided = await readDecisions(connection, rows.map(({ id }) => id))
  return rows.map((row) => {
    const askers = [...new Set(noted.filter(({ key }) => key === row.key || key === row.within).map(({ customer_id }) => customer_id))]
    const decisions = decided.filter(({ request_id }) => request_id === row.id)
    return { ...row, askers, decisions, given: decisions.filter(({ verdict }) => verdict === "approve") }
  })
}
export type RequestWithFacts = Awaited<ReturnType<typeof withFacts>>[number]

/**
 * Writes what somebody decided on a request, of the amount they saw. One rejection closes it; the last approval that its tier asks
 * for approves it. Answers the state it is in now. Errors: not_found, those of `decideSeat`, approval_changed, rejection_reason_required.
 */
export async function decide(transaction: Knex, id: string, actor: string, { verdict, amount_fen, reason }: DecisionInput, at: Date): Promise<RequestRow["state"]> {
  const found = await readRequest(transaction, id)
  if (!found) throw refusal("not_found", "not_found")
  await lockSpending(transaction, [found.organisation_id])
  const request = (await readRequest(transaction, id))!
  const today = businessDay(at)
  const [unit, delegations] = [await readUnit(transaction, request.organisation_id), await readDelegations(transaction, request.organisation_id)]
  // Somebody whose rejection stands has decided too.
  const seat = allowed(decideSeat({ ...request, given: request.decisions }, actor, unit, delegations, today), "forbidden")
  if (amount_fen !== request.amount_fen) throw refusal("conflict", "approval_changed")
  if (verdict === "reject" && reason.trim() === "") throw refusal("invalid_data", "rejection_reason_required")
  await transaction.raw("insert into spending_decision (request_id, approver_id, decided_by, verdict, amount_fen, reason, at) values (?, ?, ?, ?, ?, ?, ?)", [id, seat, actor, verdict, amount_fen, reason, at])
  if (verdict === "reject") {
    await closeRequest(transaction, id, "rejected", at, { reason })
    return "rejected"
  }
  if (!isApproved(request.tier, [...request.given, { approver_id: seat, decided_by: actor }], request.askers)) return "open"
  await closeRequest(transaction, id, "approved", at, { approved_until: addDays(today, request.approval_days) })
  return "approved"
}

/** A buyer asks again after a rejection: the next run puts it before the approvers anew. Errors: not_found, approval_closed. */
export async function askAgain(transaction: Knex, id: string, actor: string, at: Date): Promise<void> {
  const request = await readRequest(transaction, id)
  if (!request) throw refusal("not_found", "not_found")
  if (request.state !== "rejected") throw refusal("not_allowed", "approval_closed")
  await noteAskers(transaction, [request.key], [actor], at)
}

/** Errors: those of `decideDelegation`. */
export async function delegate(transaction: Knex, entry: DelegationEntry, at: Date): Promise<string> {
  await lockSpending(transaction, [entry.organisation_id])
  const held = await readDelegations(transaction, entry.organisation_id)
  const verdict = decideDelegation(entry, await readUnit(transaction, entry.organisation_id), held, businessDay(at))
  allowed(verdict, !verdict.ok && verdict.code === "not_an_approver" ? "forbidden" : "invalid_data")
  const id = generateEntityId(undefined, "dlgt")
  await transaction.raw(`insert into spending_delegation (id, organisation_id, from_customer_id, to_customer_id, from_day, to_day, reason, created_at)
    values (:id, :organisation_id, :from_customer_id, :to_customer_id, :from_day, :to_day, :reason, :at)`, { id, at, ...entry } as never)
  return id
}
