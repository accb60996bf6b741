import { DeskToday, UnitYearQuery } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../medusa"
import { showToday } from "../../../../reads/show-today"
import { validQuery } from "../../../_query"
import { unitYear } from "../../../_unit-year"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { organisation, roles, now } = await unitYear(req, validQuery(req, UnitYearQuery))
  res.json(DeskToday.parse(await showToday(req.scope, organisation, roles, customerOf(req), now)))
}
