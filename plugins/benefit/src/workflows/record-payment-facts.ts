import { emitEventStep } from "@medusajs/medusa/core-flows"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { LEDGER_MODULE, type LedgerModuleService } from "../modules/ledger"

/** When money of a capture or refund really moved, and what a refund is for. */
export interface PaymentFactInput {
  capture_id?: string
  refund_id?: string
  occurred_at: Date | string
  bank_reference?: string
  lines?: { line_item_id: string; amount_fen: number }[]
  cause?: string
}

/** No compensation: a fact stays one, and recording it again changes nothing. */
const recordPaymentFactsStep = createStep("record-payment-facts", async (facts: PaymentFactInput[], { container }) => {
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
  await ledger.appendPaymentFacts(facts.map((fact) => ({ ...fact, occurred_at: new Date(fact.occurred_at) })))
  return new StepResponse({ recorded: facts.length })
})

/** Records payment facts in bulk; idempotent by capture or refund. Errors: unknown_payment, payment_fact_differs. */
export const recordPaymentFactsWorkflow = createWorkflow("record-payment-facts", (facts: PaymentFactInput[]) => {
  const recorded = recordPaymentFactsStep(facts)
  emitEventStep({ eventName: "benefit.payment_facts_recorded", data: recorded })
  return new WorkflowResponse(recorded)
})
