import { OccurrenceQuery, OrganisationProfile } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../medusa"
import { allowMember } from "../../../../reads/members"
import { showProfile } from "../../../../reads/show-profile"
import { validQuery } from "../../../_query"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { organisation_id } = validQuery(req, OccurrenceQuery.pick({ organisation_id: true }).required())
  await allowMember(req.scope, customerOf(req), organisation_id, "read")
  res.json({ profile: OrganisationProfile.parse(await showProfile(req.scope, organisation_id)) })
}
