import { yuanFromFen } from "@fupin/contract/money"
import { refusal } from "@fupin/access"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { capturePaymentWorkflow } from "@medusajs/medusa/core-flows"
import { readCaptureOf } from "../reads/read-transfer"

interface Input {
  receipt_id: string
  payment_id: string
  amount_fen: number
}

/** Captures what arrived, once for each receipt. A capture is money: there is nothing to take back here. */
export const captureTransferStep = createStep("capture-transfer", async (input: Input, { container }) => {
  const { receipt_id, payment_id, amount_fen } = input
  if (!(await readCaptureOf(container, receipt_id))) {
    await capturePaymentWorkflow(container).run({ input: { payment_id, amount: yuanFromFen(amount_fen), captured_by: receipt_id } })
  }
  const capture_id = await readCaptureOf(container, receipt_id)
  if (!capture_id) throw refusal("unexpected_state", "unexpected")
  return new StepResponse({ capture_id })
})
