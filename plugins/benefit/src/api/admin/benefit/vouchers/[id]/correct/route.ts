import { refusal, type StaffRequest } from "@fupin/access"
import type { VoucherCorrection } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { planCorrection } from "../../../../../../domain/voucher/plan-drafts"
import { readVoucher, requireVoucher } from "../../../../../../queries/read-vouchers"
import { recordVouchersWorkflow } from "../../../../../../workflows/record-vouchers"

/** A new document that takes the place of an approved one, once a second person approves it. */
export const POST = async (req: StaffRequest<VoucherCorrection>, res: MedusaResponse) => {
  const original = await requireVoucher(req.scope, req.params.id!, req.staffRegions)
  if (original.state !== "approved") throw refusal("conflict", "voucher_not_approved")
  const draft = planCorrection(original, req.validatedBody.rows, req.validatedBody.reason)
  if (draft === null) throw refusal("invalid_data", "invalid_input", "更正的行在原凭证中不存在，请刷新后重试")
  const { result: [written] } = await recordVouchersWorkflow(req.scope).run({ input: { vouchers: [draft], created_by: req.auth_context.actor_id } })
  res.status(201).json({ voucher: await readVoucher(req.scope, written!.id, req.staffRegions) })
}
