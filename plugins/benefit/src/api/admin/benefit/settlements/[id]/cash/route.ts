import type { StaffRequest } from "@fupin/access"
import type { CashResultInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { requireRun } from "../../../../../../queries/read-settlements"
import { payCashWorkflow } from "../../../../../../workflows/pay-settlement-cash"

export const POST = async (req: StaffRequest<CashResultInput>, res: MedusaResponse) => {
  await requireRun(req.scope, req.params.id!, req.staffRegions)
  const { result } = await payCashWorkflow(req.scope).run({ input: { settlement_id: req.params.id!, ...req.validatedBody, actor_id: req.auth_context.actor_id } })
  res.json(result)
}
