import type { StaffRequest } from "@fupin/access"
import type { WriteOffInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { requireBeneficiary } from "../../../../queries/read-settlement-names"
import { writeOffSettlementWorkflow } from "../../../../workflows/write-off-settlement"

export const POST = async (req: StaffRequest<WriteOffInput>, res: MedusaResponse) => {
  const { household_code, ...proposed } = req.validatedBody
  const beneficiary_id = await requireBeneficiary(req.scope, household_code, req.staffRegions)
  const { result } = await writeOffSettlementWorkflow(req.scope).run({ input: { act: { propose: { beneficiary_id, ...proposed } }, actor_id: req.auth_context.actor_id } })
  res.status(201).json(result)
}
