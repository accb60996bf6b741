import type { MemberAct, MemberRole } from "@fupin/contract/schemas"
import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"

/** Who changes something about a unit's members, and for whom. */
export interface MemberActor {
  side: "office" | "unit"
  by: string
  at: Date
}

export interface NewEvent {
  organisation_id: string
  /** Whom it concerns; null: nobody yet (an invitation), or the unit itself. */
  customer_id: string | null
  role: MemberRole | null
  act: MemberAct
  /** The role is held from then on. */
  counts?: boolean
  note?: string
}

export interface EventRow extends Required<NewEvent>, MemberActor {
  id: string
}

/** What the log of a unit shows. */
const SHOWN = 100

/** Writes down what was changed, by whom and when; never changed afterwards. */
export async function logEvent(manager: EntityManager, { organisation_id, customer_id, role, act, counts = false, note = "" }: NewEvent, { side, by, at }: MemberActor): Promise<void> {
  await manager.execute(`insert into organisation_event (id, organisation_id, customer_id, role, act, counts, side, "by", "at", note) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [generateEntityId(undefined, "orge"), organisation_id, customer_id, role, act, counts, side, by, at, note])
}

/** Of these units what concerns the person or the unit itself, the newest first. */
export async function readEventsOf(manager: EntityManager, organisationIds: string[], customerId: string): Promise<EventRow[]> {
  return manager.execute(`select id, organisation_id, customer_id, role, act, counts, side, "by", "at", note from organisation_event
    where organisation_id in (select jsonb_array_elements_text(?::jsonb)) and (customer_id = ? or (customer_id is null and role is null)) order by "at" desc, id desc limit ${SHOWN}`, [JSON.stringify(organisationIds), customerId])
}

/** The newest first. */
export async function readEvents(manager: EntityManager, organisationId: string): Promise<EventRow[]> {
  return manager.execute(`select id, organisation_id, customer_id, role, act, counts, side, "by", "at", note from organisation_event where organisation_id = ? order by "at" desc, id desc limit ${SHOWN}`, [organisationId])
}
