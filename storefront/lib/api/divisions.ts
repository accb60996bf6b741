import "server-only"
import { Division } from "@fupin/contract/schemas"
import { z } from "zod"
import { memo } from "./memo"
import { request } from "./request"

const Divisions = z.object({ divisions: z.array(Division) })

/** The provinces, or what lies directly below a division. */
export const getDivisions = memo(10 * 60_000, async (parent: string): Promise<Division[]> => {
  const { divisions } = await request("/store/divisions", Divisions, { query: { parent } })
  return divisions
})

/** A division and all above it, the province first; null when the code names none. */
export async function getDivisionPath(code: string): Promise<Division[] | null> {
  if (!/^\d{6}(\d{3}(\d{3})?)?$/.test(code)) return null
  for (const parent of possibleParents(code)) {
    const above = parent === "" ? [] : await getDivisionPath(parent)
    if (!above) continue
    const found = (await getDivisions(parent)).find((division) => division.code === code)
    if (found) return [...above, found]
  }
  return null
}

/** Nearest first. Counties of 重庆市 hang below their province, so a county has two possible parents. */
function possibleParents(code: string): string[] {
  if (code.length > 6) return [code.slice(0, code.length - 3)]
  if (code.endsWith("0000")) return [""]
  const province = `${code.slice(0, 2)}0000`
  return code.endsWith("00") ? [province] : [`${code.slice(0, 4)}00`, province]
}
