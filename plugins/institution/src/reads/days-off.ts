import type { MedusaContainer } from "@medusajs/framework/types"
import type { Vacation } from "../domain/commitment"
import { daysOffIn, restsIn } from "../domain/regional-holidays"
import type { DaysOffRow } from "../modules/institution/days-off"
import { institutionOf, readOrganisations } from "./plans"

/** The days off that hold where an organisation is, every year's. */
export async function readDaysOffOf(container: MedusaContainer, organisation_id: string): Promise<DaysOffRow[]> {
  const [organisation] = await readOrganisations(container, { id: organisation_id })
  return daysOffIn(organisation!.region_code, await institutionOf(container).readDaysOff())
}

/** Answers, for any division, on which days calendars there rest beside the statutory holidays. */
export async function readRests(container: MedusaContainer): Promise<(region_code: string) => Vacation[]> {
  const decided = await institutionOf(container).readDaysOff()
  return (region_code) => restsIn(region_code, decided)
}
