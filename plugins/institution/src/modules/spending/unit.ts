import { refusal } from "@fupin/access"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { DelegationFacts, UnitFacts } from "../../domain/spending/decide-approval"
import { rowsOf } from "./sql"

export interface DelegationRow extends DelegationFacts {
  id: string
  organisation_id: string
  reason: string
}

/** Who is in force in an organisation at this moment, and who of them approves. */
export async function readUnit(connection: Knex, organisation_id: string): Promise<UnitFacts> {
  const rows = await rowsOf<{ customer_id: string; role: string }>(connection, `select customer_id, role from organisation_member
    where organisation_id = :organisation_id and deleted_at is null and verified_at <= now() and (left_at is null or left_at > now()) order by customer_id`, { organisation_id })
  const ids = (held: typeof rows) => [...new Set(held.map(({ customer_id }) => customer_id))]
  return { members: ids(rows), approvers: ids(rows.filter(({ role }) => role === "approver")) }
}

export async function readDelegations(connection: Knex, organisation_id: string): Promise<DelegationRow[]> {
  return rowsOf(connection, "select id, organisation_id, from_customer_id, to_customer_id, from_day, to_day, reason, ended_at from spending_delegation where organisation_id = :organisation_id order by from_day desc, id", { organisation_id })
}

/** Ends a delegation; again changes nothing. Error: not_found, also when it is another person's. */
export async function endDelegation(connection: Knex, id: string, from_customer_id: string, at: Date): Promise<void> {
  const ended = await rowsOf(connection, "update spending_delegation set ended_at = coalesce(ended_at, :at) where id = :id and from_customer_id = :from_customer_id returning id", { id, from_customer_id, at })
  if (ended.length === 0) throw refusal("not_found", "not_found")
}
