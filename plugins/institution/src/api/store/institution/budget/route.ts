import { BudgetAnswer, BudgetQuery } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { businessDay } from "../../../../domain/business-day"
import { customerOf } from "../../../../medusa"
import { allowMember } from "../../../../reads/members"
import { readOrganisations } from "../../../../reads/plans"
import { showBudget } from "../../../../reads/show-budget"
import { validQuery } from "../../../_query"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const now = new Date()
  const { organisation_id, year = Number(businessDay(now).slice(0, 4)) } = validQuery(req, BudgetQuery)
  await allowMember(req.scope, customerOf(req), organisation_id, "read")
  const [organisation] = await readOrganisations(req.scope, { id: organisation_id })
  res.json(BudgetAnswer.parse(await showBudget(req.scope, organisation!, year, now)))
}
