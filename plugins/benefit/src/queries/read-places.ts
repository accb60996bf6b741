import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type Place, placeCodes, placeOf } from "../domain/place"

/** The places of these villages. One query. */
export async function readPlaces(container: MedusaContainer, regionCodes: string[]): Promise<Map<string, Place>> {
  const codes = [...new Set(regionCodes.flatMap(placeCodes))]
  if (codes.length === 0) return new Map()
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "division", fields: ["code", "name"], filters: { code: codes } })
  const names = new Map<string, string>(data.map(({ code, name }) => [code, name]))
  return new Map(regionCodes.map((code) => [code, placeOf(code, names)]))
}
