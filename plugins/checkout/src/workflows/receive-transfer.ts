import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { captureTransferStep } from "../steps/capture-transfer"
import { type ReceivedTransfer, registerTransferStep } from "../steps/register-transfer"

/** 对公转账到账: registers a receipt, captures that much of the order's payment. Repeating it changes nothing. */
export const receiveTransferWorkflow = createWorkflow("receive-transfer", (input: ReceivedTransfer) => {
  const key = transform(input, ({ order_id }) => `receive-transfer:${order_id}`)
  acquireLockStep({ key, timeout: 30, ttl: 120 })
  const receipt = registerTransferStep(input)
  const { capture_id } = captureTransferStep(transform({ input, receipt }, (known) => ({ ...known.receipt, amount_fen: known.input.amount_fen })))
  releaseLockStep({ key })
  return new WorkflowResponse({ receipt_id: receipt.receipt_id, capture_id })
})
