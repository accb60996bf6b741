import { DivisionsQuery, type Division } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { asDivisions } from "../medusa"
import { PROVENANCE_MODULE, type ProvenanceModuleService } from "../modules/provenance"
import { readInput } from "../read-input"

/** The divisions below `parent`; without it the provinces. Empty below what has none. With `q` those anywhere that are called so, with the way to them. */
export async function getDivisions(container: MedusaContainer, query: unknown): Promise<Division[]> {
  const { parent, q } = readInput(DivisionsQuery, query)
  const provenance: ProvenanceModuleService = container.resolve(PROVENANCE_MODULE)
  if (q !== undefined) return findDivisions(provenance, q)
  const rows = await provenance.listDivisions({ parent_code: parent ?? null }, { select: ["code", "name", "level"], take: null, order: { code: "ASC" } })
  return asDivisions(rows).map(({ code, name, level }) => ({ code, name, level }))
}

async function findDivisions(provenance: ProvenanceModuleService, q: string): Promise<Division[]> {
  const found = await provenance.findDivisions(q)
  const paths = await provenance.readRegionPaths(found.map(({ code }) => code))
  return found.map(({ code, name, level }) => ({ code, name, level, path: paths[code] ?? [name] }))
}
