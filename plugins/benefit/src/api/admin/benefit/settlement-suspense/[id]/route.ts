import type { StaffRequest } from "@fupin/access"
import type { SuspenseExplanation } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { SETTLEMENT_MODULE, type SettlementModuleService } from "../../../../../modules/settlement"
import { requireRun } from "../../../../../queries/read-settlements"
import { explainSuspenseWorkflow } from "../../../../../workflows/explain-settlement-suspense"

export const POST = async (req: StaffRequest<SuspenseExplanation>, res: MedusaResponse) => {
  const module: SettlementModuleService = req.scope.resolve(SETTLEMENT_MODULE)
  await requireRun(req.scope, await module.readRunOf("suspense", req.params.id!), req.staffRegions)
  const { result } = await explainSuspenseWorkflow(req.scope).run({ input: { id: req.params.id!, ...req.validatedBody, actor_id: req.auth_context.actor_id } })
  res.json(result)
}
