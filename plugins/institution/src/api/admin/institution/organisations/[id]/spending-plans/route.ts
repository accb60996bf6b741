import type { StaffRequest } from "@fupin/access"
import { BudgetAnswer, type SpendingPlanInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { showBudget } from "../../../../../../reads/show-budget"
import { spendingOf } from "../../../../../../spending"
import { organisationInScope } from "../../../../../_scope"

export const POST = async (req: StaffRequest<SpendingPlanInput>, res: MedusaResponse) => {
  const organisation = await organisationInScope(req, req.params.id!)
  await spendingOf(req.scope).savePlan(organisation.id, req.validatedBody, { actor_id: req.auth_context.actor_id, at: new Date() })
  res.status(201).json(BudgetAnswer.parse(await showBudget(req.scope, organisation, req.validatedBody.year, new Date())))
}
