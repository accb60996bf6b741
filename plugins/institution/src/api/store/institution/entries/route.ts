import { UnitEntriesQuery } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../medusa"
import { allowMember } from "../../../../reads/members"
import { showEntries } from "../../../../reads/show-entries"
import { validQuery } from "../../../_query"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { organisation_id } = validQuery(req, UnitEntriesQuery)
  await allowMember(req.scope, customerOf(req), organisation_id, "read")
  res.json(await showEntries(req.scope, organisation_id))
}
