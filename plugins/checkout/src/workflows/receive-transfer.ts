import { recordPaymentFactsWorkflow } from "@fupin/benefit/workflows"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { captureTransferStep } from "../steps/capture-transfer"
import { type ReceivedTransfer, registerTransferStep } from "../steps/register-transfer"

/** 对公转账到账: registers a receipt, captures that much of the order's payment and says when the money really moved. Repeating it changes nothing. */
export const receiveTransferWorkflow = createWorkflow("receive-transfer", (input: ReceivedTransfer) => {
  const key = transform(input, ({ order_id }) => `receive-transfer:${order_id}`)
  acquireLockStep({ key, timeout: 30, ttl: 120 })
  const receipt = registerTransferStep(input)
  const { capture_id } = captureTransferStep(transform({ input, receipt }, (known) => ({ ...known.receipt, amount_fen: known.input.amount_fen })))
  recordPaymentFactsWorkflow.runAsStep({ input: transform({ input, capture_id }, factsOf) })
  releaseLockStep({ key })
  return new WorkflowResponse({ receipt_id: receipt.receipt_id, capture_id })
})

/** The bank's value date is a business day in Shanghai. */
function factsOf({ input, capture_id }: { input: ReceivedTransfer; capture_id: string }) {
  return [{ capture_id, occurred_at: `${input.received_on}T00:00:00+08:00`, bank_reference: input.reference }]
}
