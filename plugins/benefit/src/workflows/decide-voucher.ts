import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { VOUCHER_MODULE, type VoucherModuleService } from "../modules/voucher"

export interface DecideVoucher {
  id: string
  actor_id: string
  decision: "approve" | "reject" | "withdraw"
  /** Of all but an approval. */
  reason?: string
}

/** No compensation: a decision stands; what was posted is corrected by another document. */
const decideVoucherStep = createStep("decide-voucher", async ({ id, actor_id, decision, reason = "" }: DecideVoucher, { container }) => {
  const module: VoucherModuleService = container.resolve(VOUCHER_MODULE)
  if (decision === "approve") await module.approveVoucher(id, actor_id, new Date())
  if (decision === "reject") await module.rejectVoucher(id, actor_id, reason, new Date())
  if (decision === "withdraw") await module.withdrawVoucher(id, actor_id, reason, new Date())
  return new StepResponse({ id })
})

/** Approves and posts a document, sends it back, or takes it back. Errors: not_found, voucher_decided, voucher_own_approval, voucher_not_yours, voucher_without_seal. */
export const decideVoucherWorkflow = createWorkflow("decide-voucher", (input: DecideVoucher) => new WorkflowResponse(decideVoucherStep(input)))
