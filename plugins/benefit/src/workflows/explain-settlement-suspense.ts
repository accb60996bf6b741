import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { SETTLEMENT_MODULE, type SettlementModuleService } from "../modules/settlement"

export interface ExplainSuspense {
  id: string
  explanation: string
  actor_id: string
}

const explainSuspenseStep = createStep("explain-settlement-suspense", async ({ id, explanation, actor_id }: ExplainSuspense, { container }) => {
  const module: SettlementModuleService = container.resolve(SETTLEMENT_MODULE)
  await module.explainSuspense(id, explanation, { actor_id, at: new Date() })
  return new StepResponse({ id })
})

/** Says why a pool in a payout run belongs to nobody. Errors: not_found, settlement_state. */
export const explainSuspenseWorkflow = createWorkflow("explain-settlement-suspense", (input: ExplainSuspense) => new WorkflowResponse(explainSuspenseStep(input)))
