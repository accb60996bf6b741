import type { MemberEvent, UnitMembers } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { EventRow } from "../modules/institution/events"
import { spendingOf } from "../spending"
import { readNames } from "./people"
import { institutionOf } from "./plans"
import { readMembersOf } from "./show-organisations"

/** Who belongs to a unit, who is invited, and what was changed by whom; those who left stand in the log alone. */
export async function showUnitMembers(container: MedusaContainer, organisationId: string, now: Date): Promise<UnitMembers> {
  const [members, invitations, events] = await Promise.all([
    readMembersOf(container, organisationId), spendingOf(container).readInvitations(organisationId, now), institutionOf(container).readEvents(organisationId),
  ])
  return { members: members.filter(({ left_at }) => left_at === null), invitations, events: await showEvents(container, events) }
}

/** Changes with the names of those they concern and those who made them; the office is not named. */
export async function showEvents(container: MedusaContainer, rows: EventRow[]): Promise<MemberEvent[]> {
  const nameOf = await readNames(container, rows.flatMap(({ customer_id, side, by }) => [...(customer_id ? [customer_id] : []), ...(side === "unit" ? [by] : [])]))
  return rows.map(({ id, act, role, counts, customer_id, side, by, at, note }) => ({
    id, act, role, counts, note, at: new Date(at).toISOString(), name: customer_id && nameOf(customer_id), by_name: side === "office" ? null : nameOf(by),
  }))
}
