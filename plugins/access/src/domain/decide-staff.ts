import { type Decision, no, yes } from "@fupin/contract/codes"
import type { StaffRole } from "@fupin/contract/schemas"
import { type Permission, ROLE_PERMISSIONS } from "./permissions"

export interface Scope {
  role: StaffRole
  /** "*" or a division code; a shorter code contains every longer one below it. */
  region: string
  valid_to: Date | null
}

/** Whether `region` lies in `within`: province 420000 ⊃ 422800 ⊃ 422801 ⊃ 422801101 ⊃ 422801101001. */
export function regionContains(within: string, region: string): boolean {
  if (within === "*") return true
  return region.startsWith(within.length > 6 ? within : within.replace(/(0000|00)$/, ""))
}

/** The regions in which these scopes grant `permission` at `now`; empty when none does. */
export function regionsFor(scopes: Scope[], permission: Permission, now: Date): string[] {
  return scopes
    .filter((scope) => (scope.valid_to === null || scope.valid_to > now) && ROLE_PERMISSIONS[scope.role].includes(permission))
    .map((scope) => scope.region)
}

/** Does a thing in `region` lie in those of the caller? What lies nowhere ("") belongs to the whole platform. Error: not_in_your_region. */
export function decideRegion(region: string, regions: readonly string[]): Decision<true, "not_in_your_region"> {
  return regions.some((within) => regionContains(within, region)) ? yes(true) : no("not_in_your_region")
}

/**
 * May staff with these scopes do `permission` at `now`, and in `region` when the thing has one?
 * Answers the regions of the grant, for narrowing lists. Errors: missing_permission, not_in_your_region.
 */
export function decideStaff(scopes: Scope[], permission: Permission, now: Date, region?: string): Decision<string[], "missing_permission" | "not_in_your_region"> {
  const regions = regionsFor(scopes, permission, now)
  if (regions.length === 0) return no("missing_permission")
  if (region !== undefined && !regions.some((within) => regionContains(within, region))) return no("not_in_your_region")
  return yes(regions)
}
