import { emitEventStep } from "@medusajs/medusa/core-flows"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { LEDGER_MODULE, type LedgerModuleService } from "../modules/ledger"

export interface AcceptanceOfGoods {
  order_id: string
  /** Names the act of accepting, unique within the order: the same again changes nothing. */
  source: string
  accepted_at: Date | string
  actor_id?: string
  lines: { line_item_id: string; quantity: number }[] | "all"
}

/** No compensation: goods that were accepted stay accepted. */
const recordAcceptanceStep = createStep("record-acceptance", async (input: AcceptanceOfGoods, { container }) => {
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
  const lines = await ledger.appendAcceptance({ ...input, accepted_at: new Date(input.accepted_at) })
  return new StepResponse({ order_id: input.order_id, lines })
})

/** Records that goods were accepted; their benefit becomes payable. Errors: unknown_order, unknown_order_line, acceptance_differs. */
export const recordAcceptanceWorkflow = createWorkflow("record-acceptance", (input: AcceptanceOfGoods) => {
  const accepted = recordAcceptanceStep(input)
  emitEventStep({ eventName: "benefit.goods_accepted", data: { order_id: input.order_id } })
  return new WorkflowResponse(accepted)
})
