import type { StaffRequest } from "@fupin/access"
import type { ReasonInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { shanghaiDay } from "../../../../../../domain/period"
import { readHouseholdRecord } from "../../../../../../queries/read-household-record"
import { recordHouseholdErasureWorkflow } from "../../../../../../workflows/record-household-erasure"

export const POST = async (req: StaffRequest<ReasonInput>, res: MedusaResponse) => {
  const household_id = req.params.id!
  await recordHouseholdErasureWorkflow(req.scope).run({
    input: { household_id, outcome: "requested", reason: req.validatedBody.reason, actor_id: req.auth_context.actor_id, regions: req.staffRegions },
  })
  res.status(201).json(await readHouseholdRecord(req.scope, household_id, req.staffRegions, shanghaiDay(new Date())))
}
