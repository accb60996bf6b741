import { allowed, decideRegion } from "@fupin/access"
import type { HouseholdQuery, MaskedHousehold } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { maskAccount, maskIdNumber, maskName, maskPhone } from "../domain/mask"
import { regionPrefix, villageOf } from "../domain/place"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../modules/household"
import type { HouseholdRow } from "../modules/household/prepare"
import { readPlaces } from "./read-places"

/** A page of the households that staff of these regions may see, masked. */
export async function readHouseholds(container: MedusaContainer, query: HouseholdQuery, regions: string[], today: string): Promise<{ households: MaskedHousehold[]; count: number }> {
  const module: HouseholdModuleService = container.resolve(HOUSEHOLD_MODULE)
  const [rows, count] = await module.listAndCountHouseholds(
    { $and: [withinRegions(regions), ...(query.region ? [withinRegions([query.region])] : []), ...matching(query, today)] },
    { relations: ["statuses"], skip: query.offset, take: query.limit, order: { code: "ASC" } },
  )
  return { households: await maskHouseholds(container, rows), count }
}

/** One household, masked. Errors: not_found, not_in_your_region. */
export async function readHousehold(container: MedusaContainer, id: string, regions: string[]): Promise<MaskedHousehold> {
  const module: HouseholdModuleService = container.resolve(HOUSEHOLD_MODULE)
  const row = await module.retrieveHousehold(id, { relations: ["statuses"] })
  allowed(decideRegion(row.region_code, regions), "forbidden")
  const [household] = await maskHouseholds(container, [row])
  return household!
}

/** Refuses unless this household lies in one of these regions. Errors: not_found, not_in_your_region. */
export async function requireHousehold(container: MedusaContainer, id: string, regions: string[]): Promise<void> {
  const module: HouseholdModuleService = container.resolve(HOUSEHOLD_MODULE)
  const { region_code } = await module.retrieveHousehold(id, { select: ["id", "region_code"] })
  allowed(decideRegion(region_code, regions), "forbidden")
}

/** Rows as staff see them by default. */
export async function maskHouseholds(container: MedusaContainer, rows: HouseholdRow[]): Promise<MaskedHousehold[]> {
  const module: HouseholdModuleService = container.resolve(HOUSEHOLD_MODULE)
  const places = await readPlaces(container, rows.map(({ region_code }) => region_code))
  return rows.map((row) => {
    const { id_number, phone, bank_account } = module.openFields(row)
    const shown = (name: string) => (row.kind === "collective" || row.erased_at !== null ? name : maskName(name))
    return {
      id: row.id, code: row.code, kind: row.kind, name: shown(row.name), payee_name: row.erased_at === null ? maskName(row.payee_name) : row.payee_name, region_code: row.region_code,
      place: villageOf(places.get(row.region_code)!),
      statuses: row.statuses.map(({ status, valid_from, valid_to }) => ({ status: status as MaskedHousehold["statuses"][number]["status"], valid_from, valid_to })),
      id_number: id_number && maskIdNumber(id_number), phone: phone && maskPhone(phone), bank_account: bank_account && maskAccount(bank_account),
      name_consent_on: row.name_consent_on, state: stateOf(row),
    }
  })
}

function stateOf({ erased_at, restricted_at, ended_on }: HouseholdRow): MaskedHousehold["state"] {
  if (erased_at !== null) return "erased"
  if (restricted_at !== null) return "restricted"
  return ended_on === null ? "present" : "ended"
}

/** A filter on `region_code`: within any of these divisions. */
export function withinRegions(regions: string[]): object {
  if (regions.includes("*")) return {}
  return { $or: regions.map((region) => ({ region_code: { $like: `${regionPrefix(region)}%` } })) }
}

function matching({ q, kind, status }: HouseholdQuery, today: string): object[] {
  const text = q && `%${q.replace(/[\\%_]/g, "\\$&")}%`
  return [
    ...(text ? [{ $or: [{ code: { $ilike: text } }, { name: { $ilike: text } }, { payee_name: { $ilike: text } }] }] : []),
    ...(kind ? [{ kind }] : []),
    ...(status ? [{ statuses: { status, valid_from: { $lte: today }, $or: [{ valid_to: null }, { valid_to: { $gt: today } }] } }] : []),
  ]
}
