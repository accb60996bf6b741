import type { UnitHeadcountInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../medusa"
import { allowMember } from "../../../../reads/members"
import { spendingOf } from "../../../../spending"

export const POST = async (req: AuthenticatedMedusaRequest<UnitHeadcountInput>, res: MedusaResponse) => {
  const { organisation_id, ...headcount } = req.validatedBody
  await allowMember(req.scope, customerOf(req), organisation_id, "budget")
  await spendingOf(req.scope).saveHeadcount(organisation_id, headcount, { side: "unit", by: customerOf(req), at: new Date() })
  res.status(201).json({ headcount })
}
