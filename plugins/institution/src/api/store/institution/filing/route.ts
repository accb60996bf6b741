import { readUnitFilings } from "@fupin/benefit/queries/read-unit-filings"
import { DeskFilingQuery, DeskFilings } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { decideRole } from "../../../../domain/decide-member"
import { customerOf } from "../../../../medusa"
import { allowMember } from "../../../../reads/members"
import { validQuery } from "../../../_query"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { organisation_id } = validQuery(req, DeskFilingQuery)
  const roles = await allowMember(req.scope, customerOf(req), organisation_id, "read")
  res.json(DeskFilings.parse({ filings: await readUnitFilings(req.scope, organisation_id, new Date()), may_file: decideRole(roles, "file").ok }))
}
