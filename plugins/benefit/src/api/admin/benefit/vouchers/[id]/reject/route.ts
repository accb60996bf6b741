import type { StaffRequest } from "@fupin/access"
import type { VoucherReason } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { readVoucher, requireVoucher } from "../../../../../../queries/read-vouchers"
import { decideVoucherWorkflow } from "../../../../../../workflows/decide-voucher"

export const POST = async (req: StaffRequest<VoucherReason>, res: MedusaResponse) => {
  const id = req.params.id!
  await requireVoucher(req.scope, id, req.staffRegions)
  await decideVoucherWorkflow(req.scope).run({ input: { id, actor_id: req.auth_context.actor_id, decision: "reject", reason: req.validatedBody.reason } })
  res.json({ voucher: await readVoucher(req.scope, id, req.staffRegions) })
}
