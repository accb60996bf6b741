import type { UnitYearQuery } from "@fupin/contract/schemas"
import type { MedusaRequest } from "@medusajs/framework/http"
import { businessDay } from "../domain/business-day"
import { customerOf } from "../medusa"
import { allowMember } from "../reads/members"
import { readOrganisations } from "../reads/plans"

/** The unit and the year asked for, this one by default, for a member of it. Error: not_a_member. */
export async function unitYear(req: MedusaRequest, { organisation_id, year }: UnitYearQuery) {
  const now = new Date()
  const roles = await allowMember(req.scope, customerOf(req), organisation_id, "read")
  const [organisation] = await readOrganisations(req.scope, { id: organisation_id })
  return { organisation: organisation!, year: year ?? Number(businessDay(now).slice(0, 4)), now, roles }
}
