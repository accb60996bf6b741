import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { regionPrefix } from "../domain/place"
import { withinRegions } from "./read-households"

/** What lies in some regions: households by the beginning of their village's code, sales by their producers; null: everything. */
export interface Scope {
  prefixes: string[] | null
  producer_ids: string[] | null
}

export async function readScope(container: MedusaContainer, regions: string[]): Promise<Scope> {
  if (regions.includes("*")) return { prefixes: null, producer_ids: null }
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "producer", fields: ["id"], filters: withinRegions(regions) })
  return { prefixes: regions.map((region) => `${regionPrefix(region)}%`), producer_ids: data.map(({ id }: { id: string }) => id) }
}
