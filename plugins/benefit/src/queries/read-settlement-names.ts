import { allowed, decideRegion, refusal } from "@fupin/access"
import type { SettlementHold } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { maskName } from "../domain/mask"
import { villageOf } from "../domain/place"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../modules/household"
import { SETTLEMENT_MODULE, type SettlementModuleService } from "../modules/settlement"
import { readPlaces } from "./read-places"

export type NamedBeneficiary = SettlementHold["beneficiary"]

/** Beneficiaries as staff see them: households masked, collectives by name. Two queries. */
export async function readNamedBeneficiaries(container: MedusaContainer, ids: string[]): Promise<Map<string, NamedBeneficiary>> {
  if (ids.length === 0) return new Map()
  const module: HouseholdModuleService = container.resolve(HOUSEHOLD_MODULE)
  const rows = await module.listHouseholds({ id: [...new Set(ids)] }, { select: ["id", "code", "kind", "name", "region_code"], take: ids.length })
  const places = await readPlaces(container, rows.map(({ region_code }) => region_code))
  return new Map(rows.map(({ id, code, kind, name, region_code }) => [id, { id, code, kind, name: kind === "collective" ? name : maskName(name), place: villageOf(places.get(region_code)!) }]))
}

/** The beneficiary with this code. Errors: unknown_beneficiary, not_in_your_region. */
export async function requireBeneficiary(container: MedusaContainer, code: string, regions: string[]): Promise<string> {
  const module: HouseholdModuleService = container.resolve(HOUSEHOLD_MODULE)
  const [row] = await module.listHouseholds({ code }, { select: ["id", "region_code"], take: 1 })
  if (!row) throw refusal("not_found", "unknown_beneficiary")
  allowed(decideRegion(row.region_code, regions), "forbidden")
  return row.id
}

/** Refuses unless this beneficiary lies in one of these regions. Errors: not_found, not_in_your_region. */
export async function requireBeneficiaryIn(container: MedusaContainer, id: string, regions: string[]): Promise<void> {
  const module: HouseholdModuleService = container.resolve(HOUSEHOLD_MODULE)
  const [row] = await module.listHouseholds({ id }, { select: ["id", "region_code"], take: 1 })
  if (!row) throw refusal("not_found", "not_found")
  allowed(decideRegion(row.region_code, regions), "forbidden")
}

/** Refuses unless this case is about somebody in one of these regions. Errors: not_found, not_in_your_region. */
export async function requireCase(container: MedusaContainer, kind: "hold" | "successor" | "write_off", id: string, regions: string[]): Promise<void> {
  const settlements: SettlementModuleService = container.resolve(SETTLEMENT_MODULE)
  await requireBeneficiaryIn(container, await settlements.readCaseBeneficiary(kind, id), regions)
}
