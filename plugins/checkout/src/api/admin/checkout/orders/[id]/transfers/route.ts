import { refusal, regionContains, type StaffRequest } from "@fupin/access"
import type { TransferInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { readTransferState } from "../../../../../../reads/read-transfer"
import { receiveTransferWorkflow } from "../../../../../../workflows/receive-transfer"

/** Finance registers money of a bank transfer; staff of a region only for orders that go there. */
export const POST = async (req: StaffRequest<TransferInput>, res: MedusaResponse) => {
  const order_id = req.params.id!
  const { region_code } = await readTransferState(req.scope, order_id)
  if (!req.staffRegions.some((within) => within === "*" || (region_code && regionContains(within, region_code)))) throw refusal("forbidden", "not_in_your_region")
  const { result } = await receiveTransferWorkflow(req.scope).run({ input: { ...req.validatedBody, order_id, actor_id: req.auth_context.actor_id } })
  const { due_fen } = await readTransferState(req.scope, order_id)
  res.json({ transfer: { ...result, order_id, amount_fen: req.validatedBody.amount_fen, due_fen } })
}
