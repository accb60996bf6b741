import { regionContains } from "@fupin/access/domain/decide-staff"
import { type Decision, no, yes } from "@fupin/contract/codes"

/** Whether staff of these regions may touch what lies in all of `codes`; what lies nowhere yet belongs to the whole platform. Error: not_in_your_region. */
export function decideInScope(staffRegions: readonly string[], codes: readonly string[]): Decision<true, "not_in_your_region"> {
  const within = (code: string) => staffRegions.some((region) => regionContains(region, code))
  if (staffRegions.includes("*")) return yes(true)
  return codes.length > 0 && codes.every(within) ? yes(true) : no("not_in_your_region")
}

/** The beginnings of the codes that lie in these regions; null when nothing narrows. */
export function prefixesOf(staffRegions: readonly string[]): string[] | null {
  if (staffRegions.includes("*")) return null
  return staffRegions.map((region) => (region.length > 6 ? region : region.replace(/(0000|00)$/, "")))
}
