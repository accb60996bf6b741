import { UnitImpact, UnitYearQuery } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { unitYear } from "../../../_unit-year"
import { showImpact } from "../../../../reads/show-impact"
import { validQuery } from "../../../_query"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { organisation, year, now } = await unitYear(req, validQuery(req, UnitYearQuery))
  res.json(UnitImpact.parse(await showImpact(req.scope, organisation, year, now)))
}
