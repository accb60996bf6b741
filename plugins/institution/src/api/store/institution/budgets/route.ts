import type { UnitBudgetInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../medusa"
import { allowMember } from "../../../../reads/members"
import { spendingOf } from "../../../../spending"

export const POST = async (req: AuthenticatedMedusaRequest<UnitBudgetInput>, res: MedusaResponse) => {
  const { organisation_id, ...budget } = req.validatedBody
  await allowMember(req.scope, customerOf(req), organisation_id, "budget")
  await spendingOf(req.scope).saveBudget(organisation_id, budget, { side: "unit", by: customerOf(req), at: new Date() })
  res.status(201).json({ budget })
}
