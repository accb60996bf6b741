import type { StaffRequest } from "@fupin/access"
import type { SettlementReason } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { requireCase } from "../../../../../../queries/read-settlement-names"
import { holdSettlementWorkflow } from "../../../../../../workflows/hold-settlement"

export const POST = async (req: StaffRequest<SettlementReason>, res: MedusaResponse) => {
  await requireCase(req.scope, "hold", req.params.id!, req.staffRegions)
  const { result } = await holdSettlementWorkflow(req.scope).run({ input: { act: { release: req.params.id! }, reason: req.validatedBody.reason, actor_id: req.auth_context.actor_id } })
  res.json(result)
}
