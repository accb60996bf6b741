import { saveHouseholdsWorkflow } from "@fupin/benefit/workflows"
import type { HouseholdInput } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { between, chance } from "../lib/chance"
import { readData } from "../lib/data"
import { syntheticAccount, syntheticIdNumber, syntheticName, syntheticPhone } from "../lib/synthetic"
import type { VillageSeed } from "./regions"

interface HouseholdsSeed {
  surnames: Record<string, string>
  given: string
  dates: { registered: string; lifted: Record<string, string>; monitored: string }
}

export interface Beneficiaries {
  /** Household ids by village. */
  households: Record<string, string[]>
  /** The village collective's id by village. */
  collectives: Record<string, string>
}

/** Households and a collective in every village; the same village always has the same people. Saving again updates. */
export async function importHouseholds(container: MedusaContainer): Promise<Beneficiaries> {
  const seed = readData<HouseholdsSeed>("households.json")
  const villages = readData<VillageSeed[]>("villages.json")
  const inputs = villages.flatMap((village) => [collectiveOf(village), ...householdsOf(village, seed)])
  const { result } = await saveHouseholdsWorkflow(container).run({ input: { households: inputs, regions: ["*"] } })
  const ids = new Map(result.map(({ code, id }) => [code, id]))
  return {
    households: Object.fromEntries(villages.map((village) => [village.code, householdsOf(village, seed).map(({ code }) => ids.get(code)!)])),
    collectives: Object.fromEntries(villages.map(({ code }) => [code, ids.get(`${code}-C`)!])),
  }
}

function collectiveOf({ code, name }: VillageSeed): HouseholdInput {
  return { code: `${code}-C`, kind: "collective", name: `${name}股份经济合作社`, region_code: code, bank_account: syntheticAccount(chance(`collective ${code}`)) }
}

function householdsOf({ code, households }: VillageSeed, { surnames, given, dates }: HouseholdsSeed): HouseholdInput[] {
  const names = given.split(",")
  return Array.from({ length: households }, (_none, index) => {
    const roll = chance(`household ${code} ${index}`)
    const name = syntheticName(roll, code, surnames, names)
    return {
      code: `${code}-${String(index + 1).padStart(3, "0")}`, name, payee_name: name, region_code: code, statuses: statusesOf(roll, dates),
      id_number: syntheticIdNumber(roll, code.slice(0, 6)), phone: syntheticPhone(roll), bank_account: roll() < 0.92 ? syntheticAccount(roll) : null,
      name_consent_on: roll() < 0.35 ? "2025-11-03" : null,
    }
  })
}

/** Most were registered and lifted between 2017 and 2020; some are monitored since, a few never were poor. */
function statusesOf(roll: () => number, dates: HouseholdsSeed["dates"]): NonNullable<HouseholdInput["statuses"]> {
  const kind = roll()
  if (kind > 0.93) return [{ status: "general", valid_from: dates.registered }]
  const lifted = dates.lifted[String(between(roll, 2017, 2020))]!
  const past = [{ status: "registered_poor" as const, valid_from: dates.registered, valid_to: lifted }, { status: "lifted" as const, valid_from: lifted }]
  if (kind > 0.85) return [...past, { status: "monitored", valid_from: dates.monitored }]
  return kind > 0.8 ? [...past, { status: "low_income", valid_from: dates.monitored }] : past
}
