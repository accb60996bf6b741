import type { StaffRequest } from "@fupin/access"
import type { SettlementReason } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { readSettlement, requireRun } from "../../../../../../queries/read-settlements"
import { moveSettlementWorkflow } from "../../../../../../workflows/move-settlement"

export const POST = async (req: StaffRequest<SettlementReason>, res: MedusaResponse) => {
  await requireRun(req.scope, req.params.id!, req.staffRegions)
  await moveSettlementWorkflow(req.scope).run({ input: { id: req.params.id!, act: "cancel", reason: req.validatedBody.reason, actor_id: req.auth_context.actor_id } })
  res.json({ settlement: await readSettlement(req.scope, req.params.id!, req.staffRegions) })
}
