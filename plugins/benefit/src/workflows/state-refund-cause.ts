import { emitEventStep } from "@medusajs/medusa/core-flows"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { LEDGER_MODULE, type LedgerModuleService } from "../modules/ledger"
import type { RefundCauseRecord } from "../modules/ledger/facts"

/** No compensation: a fact stays one, and stating it again changes nothing. */
const stateRefundCauseStep = createStep("state-refund-cause", async (record: RefundCauseRecord, { container }) => {
  await container.resolve<LedgerModuleService>(LEDGER_MODULE).appendRefundCause(record)
  return new StepResponse({ recorded: 1 })
})

/** Says once why a refund was made, who bears it, and whether the households keep their benefit. Errors: unknown_refund, refund_cause_stated. */
export const stateRefundCauseWorkflow = createWorkflow("state-refund-cause", (record: RefundCauseRecord) => {
  const recorded = stateRefundCauseStep(record)
  emitEventStep({ eventName: "benefit.payment_facts_recorded", data: recorded })
  return new WorkflowResponse(recorded)
})
