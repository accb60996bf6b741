import { refusal } from "@fupin/access"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

export interface DivisionPath {
  code: string
  province: { code: string; name: string }
  /** Absent where a county answers to its province directly. */
  city: string
  county: string
}

/** Province, city and county of a county's code. Error: unknown_region, also for a code that is no county. */
export async function readDivisionPath(container: MedusaContainer, code: string): Promise<DivisionPath> {
  const codes = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code]
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "division", fields: ["code", "name", "level"], filters: { code: codes } })
  const [province, city, county] = codes.map((wanted) => data.find((division) => division.code === wanted))
  if (!province || !county || county.level !== "county") throw refusal("invalid_data", "unknown_region")
  return { code, province: { code: province.code, name: province.name }, city: city?.name ?? province.name, county: county.name }
}
