import type { MemberLevel } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { withinLevel } from "../domain/spending/member-level"
import { ruleOf } from "../domain/spending/plan-progress"
import type { OrganisationRow } from "../medusa"
import type { PlanRow } from "../modules/spending/shares"
import { spendingOf } from "../spending"

type Placed = Pick<OrganisationRow, "id" | "region_code">

/** What a union of this unit's region spends on each member in a year (R24); null where nothing is ruled. */
export async function readMemberLevel(container: MedusaContainer, { region_code }: Placed, year: number): Promise<MemberLevel | null> {
  return ruleOf(await spendingOf(container).readMemberLevels(), region_code, year)
}

/** A unit's plans of a year, those of its union under the region's level. */
export async function readYearPlans(container: MedusaContainer, organisation: Placed, year: number): Promise<PlanRow[]> {
  const level = await readMemberLevel(container, organisation, year)
  return (await spendingOf(container).readPlans(organisation.id, year)).map((plan) => withinLevel(plan, level))
}
