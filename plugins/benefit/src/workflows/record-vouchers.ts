import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { shanghaiDay } from "../domain/period"
import { VOUCHER_MODULE, type VoucherModuleService } from "../modules/voucher"
import type { VoucherDraft } from "../modules/voucher/write"

export interface RecordVouchers {
  vouchers: VoucherDraft[]
  created_by: string
}

/** No compensation: what was entered stays, and is withdrawn by whoever entered it. */
const recordVouchersStep = createStep("record-vouchers", async ({ vouchers, created_by }: RecordVouchers, { container }) => {
  const module: VoucherModuleService = container.resolve(VOUCHER_MODULE)
  return new StepResponse(await module.writeVouchers(vouchers, created_by, shanghaiDay(new Date()).slice(0, 4)))
})

/** Enters documents of one kind as drafts, all or none; answers id and number of each. Errors: duplicate_voucher, file_already_imported. */
export const recordVouchersWorkflow = createWorkflow("record-vouchers", (input: RecordVouchers) => new WorkflowResponse(recordVouchersStep(input)))
