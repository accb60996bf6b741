import type { StaffRequest } from "@fupin/access"
import type { PayoutRetryInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { requirePayment } from "../../../../../../queries/read-settlements"
import { changePaymentWorkflow } from "../../../../../../workflows/change-settlement-payment"

export const POST = async (req: StaffRequest<PayoutRetryInput>, res: MedusaResponse) => {
  await requirePayment(req.scope, req.params.id!, req.staffRegions)
  const { result } = await changePaymentWorkflow(req.scope).run({ input: { payment_id: req.params.id!, act: { kind: "retry", ...req.validatedBody }, actor_id: req.auth_context.actor_id } })
  res.json(result)
}
