import type { StaffRequest } from "@fupin/access"
import type { HoldInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { requireBeneficiary } from "../../../../queries/read-settlement-names"
import { holdSettlementWorkflow } from "../../../../workflows/hold-settlement"

export const POST = async (req: StaffRequest<HoldInput>, res: MedusaResponse) => {
  const { household_code, reason } = req.validatedBody
  const beneficiary_id = await requireBeneficiary(req.scope, household_code, req.staffRegions)
  const { result } = await holdSettlementWorkflow(req.scope).run({ input: { act: { beneficiary_id }, reason, actor_id: req.auth_context.actor_id } })
  res.status(201).json(result)
}
