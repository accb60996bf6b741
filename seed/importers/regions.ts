import { importRegionsWorkflow, saveRegionsWorkflow } from "@fupin/provenance/workflows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { readData } from "../lib/data"

export interface VillageSeed {
  code: string
  name: string
  households: number
  former_poor: boolean
}

/** When villages had been identified for targeted help (建档立卡). */
const IDENTIFIED_ON = "2014-04-30"

/** The packaged divisions, and the villages our producers and households live in. */
export async function importRegions(container: MedusaContainer): Promise<void> {
  await importRegionsWorkflow(container).run({ input: {} })
  const villages = readData<VillageSeed[]>("villages.json")
  const flags = villages.filter(({ former_poor }) => former_poor)
    .map(({ code }) => ({ region_code: code, flag: "former_poor_village" as const, valid_from: IDENTIFIED_ON, valid_to: null }))
  await saveRegionsWorkflow(container).run({ input: { regions: villages.map(({ code, name }) => ({ code, name })), flags } })
}
