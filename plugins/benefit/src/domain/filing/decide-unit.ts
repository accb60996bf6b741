import { type Decision, no, yes } from "@fupin/contract/codes"
import { regionPrefix } from "../place"

export interface UnitFacts {
  id: string
  kind: "town" | "office" | "organisation"
  region_code: string
  organisation_id: string | null
  since: string
}

/** Whether one region lies within the other, either way: such units may file the same movement, others must not. */
export function isAbove(above: Pick<UnitFacts, "region_code">, below: Pick<UnitFacts, "region_code">): boolean {
  return regionPrefix(below.region_code).startsWith(regionPrefix(above.region_code))
}

/**
 * May a unit be kept so? Its parent is an office over its region (of an organisation: in the same region or above); what it has filed
 * holds its region, kind and first period for good. Errors: unit_parent_refused, unit_has_filed.
 */
export function decideUnit(unit: UnitFacts, parent: UnitFacts | null, held: (UnitFacts & { has_filed: boolean }) | null): Decision<true, "unit_parent_refused" | "unit_has_filed"> {
  if (parent) {
    const isWider = unit.kind === "organisation" || regionPrefix(parent.region_code).length < regionPrefix(unit.region_code).length
    if (parent.id === unit.id || parent.kind === "organisation" || !isWider || !isAbove(parent, unit)) return no("unit_parent_refused")
  }
  const fixed = ({ kind, region_code, organisation_id, since }: UnitFacts) => [kind, region_code, organisation_id, since].join("|")
  return held?.has_filed && fixed(held) !== fixed(unit) ? no("unit_has_filed") : yes(true)
}
