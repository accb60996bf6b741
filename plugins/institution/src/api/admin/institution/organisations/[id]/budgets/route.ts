import type { StaffRequest } from "@fupin/access"
import { BudgetFigure, type BudgetInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { spendingOf } from "../../../../../../spending"
import { organisationInScope } from "../../../../../_scope"

const answer = async (req: StaffRequest, id: string) => ({ budgets: (await spendingOf(req.scope).readBudgets(id, null)).map((one) => BudgetFigure.parse(one)) })

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const { id } = await organisationInScope(req, req.params.id!)
  res.json(await answer(req, id))
}

export const POST = async (req: StaffRequest<BudgetInput>, res: MedusaResponse) => {
  const { id } = await organisationInScope(req, req.params.id!)
  await spendingOf(req.scope).saveBudget(id, req.validatedBody, { side: "office", by: req.auth_context.actor_id, at: new Date() })
  res.status(201).json(await answer(req, id))
}
