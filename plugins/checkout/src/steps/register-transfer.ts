import { allowed } from "@fupin/access"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { decideTransfer } from "../domain/decide-transfer"
import { deriveId } from "../domain/ids"
import { TRANSFER_MODULE, type TransferModuleService } from "../modules/transfer"
import { readTransferState } from "../reads/read-transfer"

export interface ReceivedTransfer {
  order_id: string
  amount_fen: number
  reference: string
  /** The bank's value date, YYYY-MM-DD. */
  received_on: string
  actor_id: string
}

/** Writes down the receipt before the money is captured: a run killed in between is completed by repeating it. */
export const registerTransferStep = createStep("register-transfer", async (input: ReceivedTransfer, { container }) => {
  const receipts: TransferModuleService = container.resolve(TRANSFER_MODULE)
  const { order_id, reference, amount_fen, received_on, actor_id } = input
  const id = deriveId("trfr", order_id, reference)
  const { payment_id, ...state } = await readTransferState(container, order_id)
  const [registered] = await receipts.listTransferReceipts({ id })
  const decided = allowed(decideTransfer({ ...state, registered: registered ?? null }, input), "not_allowed")
  if (decided === "new") await receipts.createTransferReceipts({ id, order_id, payment_id, amount_fen, reference, received_on, actor_id })
  return new StepResponse({ receipt_id: id, payment_id }, decided === "new" ? id : null)
}, async (id, { container }) => {
  if (id) await container.resolve<TransferModuleService>(TRANSFER_MODULE).deleteTransferReceipts(id)
})
