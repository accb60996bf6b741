import type { ProducerKind } from "@fupin/contract/schemas"
import { saveProducersWorkflow } from "@fupin/provenance/workflows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { readData } from "../lib/data"

export interface ProducerSeed {
  key: string
  name: string
  kind: ProducerKind
  uscc: string | null
  region: string
}

/**
 * Producers of every kind (R25). `householdsByVillage` names the household that is the producer where a single one is.
 * Answers their ids by the keys of the data.
 */
export async function importProducers(container: MedusaContainer, householdsByVillage: Record<string, string[]>): Promise<Record<string, string>> {
  const seeds = readData<ProducerSeed[]>("producers.json")
  const producers = seeds.map(({ name, kind, uscc, region }) => ({
    name, kind, uscc, region_code: region, beneficiary_id: kind === "household" ? householdsByVillage[region]?.[0] ?? null : null,
  }))
  const { result } = await saveProducersWorkflow(container).run({ input: { producers } })
  return Object.fromEntries(result.map(({ id }, index) => [seeds[index]!.key, id]))
}
