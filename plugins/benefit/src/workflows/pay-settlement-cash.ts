import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { SETTLEMENT_MODULE, type SettlementModuleService } from "../modules/settlement"
import type { CashResults } from "../modules/settlement/service"

export interface PayCash extends CashResults {
  actor_id: string
}

const payCashStep = createStep("pay-settlement-cash", async ({ actor_id, ...results }: PayCash, { container }) => {
  const module: SettlementModuleService = container.resolve(SETTLEMENT_MODULE)
  return new StepResponse(await module.payCash(results, { actor_id, at: new Date() }))
})

/** Records who signed for cash of a batch whose signed list is kept, and who did not come. Errors: not_found, payout_scan_required, payment_state. */
export const payCashWorkflow = createWorkflow("pay-settlement-cash", (input: PayCash) => new WorkflowResponse(payCashStep(input)))
