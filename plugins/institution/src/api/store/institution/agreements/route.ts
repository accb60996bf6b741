import { SupplyAgreement } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { businessDay } from "../../../../domain/business-day"
import { customerOf } from "../../../../medusa"
import { readMineOf } from "../../../../reads/members"
import { readAgreements } from "../../../../reads/plans"
import { showAgreements } from "../../../../reads/show-plans"
import { OccurrenceQuery, validQuery } from "../../../_query"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { organisation_id } = validQuery(req, OccurrenceQuery.pick({ organisation_id: true }))
  const ids = await readMineOf(req.scope, customerOf(req), organisation_id)
  const agreements = await showAgreements(req.scope, await readAgreements(req.scope, { organisation_id: ids }), businessDay(new Date()))
  res.json({ agreements: agreements.map((one) => SupplyAgreement.parse(one)) })
}
