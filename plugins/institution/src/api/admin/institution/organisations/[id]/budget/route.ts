import type { StaffRequest } from "@fupin/access"
import { BudgetAnswer, BudgetQuery } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { businessDay } from "../../../../../../domain/business-day"
import { showBudget } from "../../../../../../reads/show-budget"
import { validQuery } from "../../../../../_query"
import { organisationInScope } from "../../../../../_scope"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const organisation = await organisationInScope(req, req.params.id!)
  const now = new Date()
  const { year = Number(businessDay(now).slice(0, 4)) } = validQuery(req, BudgetQuery.pick({ year: true }))
  res.json(BudgetAnswer.parse(await showBudget(req.scope, organisation, year, now)))
}
