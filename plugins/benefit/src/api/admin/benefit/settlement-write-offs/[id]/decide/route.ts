import type { StaffRequest } from "@fupin/access"
import type { WriteOffDecision } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { requireCase } from "../../../../../../queries/read-settlement-names"
import { writeOffSettlementWorkflow } from "../../../../../../workflows/write-off-settlement"

export const POST = async (req: StaffRequest<WriteOffDecision>, res: MedusaResponse) => {
  await requireCase(req.scope, "write_off", req.params.id!, req.staffRegions)
  const { result } = await writeOffSettlementWorkflow(req.scope).run({ input: { act: { decide: req.params.id!, approve: req.validatedBody.approve }, actor_id: req.auth_context.actor_id } })
  res.json(result)
}
