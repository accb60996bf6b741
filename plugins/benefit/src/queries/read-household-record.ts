import { allowed, decideRegion } from "@fupin/access"
import type { HouseholdRecord } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { maskName } from "../domain/mask"
import { retentionEnd } from "../domain/people/erasure"
import { villageOf } from "../domain/place"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../modules/household"
import { readLastEntries } from "./read-last-entries"
import { readPlaces } from "./read-places"

/** What happened to one household, newest first; other households masked. Errors: not_found, not_in_your_region. */
export async function readHouseholdRecord(container: MedusaContainer, id: string, regions: string[], today: string): Promise<HouseholdRecord> {
  const module: HouseholdModuleService = container.resolve(HOUSEHOLD_MODULE)
  const household = await module.retrieveHousehold(id)
  allowed(decideRegion(household.region_code, regions), "forbidden")
  const newest = { order: { created_at: "DESC" as const, id: "DESC" as const } }
  const [consents, erasure, residences, successions] = await Promise.all([
    module.listNameConsents({ household_id: id }, newest),
    module.listErasureEvents({ household_id: id }, newest),
    module.listHouseholdResidences({ household_id: id }, { order: { since: "DESC" } }),
    module.listHouseholdSuccessions({ $or: [{ household_id: id }, { successor_id: id }] }, newest),
  ])
  const places = await readPlaces(container, residences.map(({ region_code }) => region_code))
  const people = await readPeople(container, successions.flatMap(({ household_id, successor_id }) => [household_id, successor_id]))
  const staff = await readStaff(container, [...consents.flatMap(({ recorded_by, withdrawn_by }) => [recorded_by, withdrawn_by ?? ""]), ...erasure.map(({ actor_id }) => actor_id)])
  const lastEntry = (await readLastEntries(container, [id])).get(id) ?? null
  return {
    ended_on: household.ended_on, end_reason: household.end_reason, is_restricted: household.restricted_at !== null, is_erased: household.erased_at !== null,
    consents: consents.map(({ id: consent, given_on, evidence, recorded_by, withdrawn_on, withdrawn_by, created_at }) =>
      ({ id: consent, given_on, evidence, recorded_by: staff(recorded_by), recorded_at: new Date(created_at).toISOString(), withdrawn_on, withdrawn_by: withdrawn_by && staff(withdrawn_by) })),
    retention_ends_on: retentionEnd(lastEntry, today),
    erasure: erasure.map(({ request_id, kind, on, actor_id, reason, retention_ends_on }) => ({ request_id, kind, on, actor: staff(actor_id), reason, retention_ends_on })),
    residences: residences.map(({ region_code, since }) => ({ region_code, place: villageOf(places.get(region_code)!), since })),
    successions: successions.map(({ household_id, successor_id, from, reason }) => ({ household: people.get(household_id)!, successor: people.get(successor_id)!, from, reason })),
  }
}

/** Code and masked name of these households. */
export async function readPeople(container: MedusaContainer, ids: string[]): Promise<Map<string, { id: string; code: string; name: string }>> {
  const module: HouseholdModuleService = container.resolve(HOUSEHOLD_MODULE)
  const rows = await module.listHouseholds({ id: [...new Set(ids)] }, { select: ["id", "code", "name", "kind"] })
  return new Map(rows.map(({ id, code, name, kind }) => [id, { id, code, name: kind === "collective" ? name : maskName(name) }]))
}

/** The e-mail of a member of staff, or the word that stands for whoever had none. */
export async function readStaff(container: MedusaContainer, ids: string[]): Promise<(id: string) => string> {
  const users = await container.resolve(Modules.USER).listUsers({ id: [...new Set(ids)] }, { select: ["id", "email"] })
  const emails = new Map(users.map(({ id, email }) => [id, email]))
  return (id) => emails.get(id) ?? id
}

