import { OccurrenceQuery, UnitMembers } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../medusa"
import { allowMember } from "../../../../reads/members"
import { showUnitMembers } from "../../../../reads/show-members"
import { validQuery } from "../../../_query"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { organisation_id } = validQuery(req, OccurrenceQuery.pick({ organisation_id: true }).required())
  await allowMember(req.scope, customerOf(req), organisation_id, "manage")
  res.json(UnitMembers.parse(await showUnitMembers(req.scope, organisation_id, new Date())))
}
