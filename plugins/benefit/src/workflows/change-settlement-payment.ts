import type { PayoutMethod } from "@fupin/contract/schemas"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { SETTLEMENT_MODULE, type SettlementModuleService } from "../modules/settlement"
import { resolvePayees } from "../queries/read-settlement-payees"

export interface ChangePayment {
  payment_id: string
  act: { kind: "retry" | "refresh"; method?: PayoutMethod } | { kind: "return" | "give_up"; reason: string }
  actor_id: string
}

const changePaymentStep = createStep("change-settlement-payment", async ({ payment_id, act, actor_id }: ChangePayment, { container }) => {
  const module: SettlementModuleService = container.resolve(SETTLEMENT_MODULE)
  const by = { actor_id, at: new Date() }
  switch (act.kind) {
    case "retry": await module.retryPayment(payment_id, act.method, resolvePayees(container)); break
    case "refresh": await module.refreshPayee(payment_id, act.method, resolvePayees(container)); break
    case "return": await module.returnPayment(payment_id, act.reason, by); break
    case "give_up": await module.giveUpPayment(payment_id, act.reason, by); break
  }
  return new StepResponse({ payment_id })
})

/** Tries a failed payment again, looks at its payee again, records that its money came back, or gives it up. Errors: not_found, payment_state, payee_account_missing. */
export const changePaymentWorkflow = createWorkflow("change-settlement-payment", (input: ChangePayment) => new WorkflowResponse(changePaymentStep(input)))
