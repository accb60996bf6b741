import { DivisionsQuery, type Division } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { asDivisions } from "../medusa"
import { PROVENANCE_MODULE, type ProvenanceModuleService } from "../modules/provenance"
import { readInput } from "../read-input"

/** The divisions below `parent`; without it the provinces. Empty below what has none. */
export async function getDivisions(container: MedusaContainer, query: unknown): Promise<Division[]> {
  const { parent } = readInput(DivisionsQuery, query)
  const provenance: ProvenanceModuleService = container.resolve(PROVENANCE_MODULE)
  const rows = await provenance.listDivisions({ parent_code: parent ?? null }, { select: ["code", "name", "level"], take: null, order: { code: "ASC" } })
  return asDivisions(rows).map(({ code, name, level }) => ({ code, name, level }))
}
