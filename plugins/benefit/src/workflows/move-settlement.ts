import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { SETTLEMENT_MODULE, type SettlementModuleService } from "../modules/settlement"

export interface MoveSettlement {
  id: string
  act: "submit" | "approve" | "cancel"
  reason?: string
  actor_id: string
}

const moveSettlementStep = createStep("move-settlement", async ({ id, act, reason, actor_id }: MoveSettlement, { container }) => {
  const module: SettlementModuleService = container.resolve(SETTLEMENT_MODULE)
  return new StepResponse({ state: await module.move(id, act, { actor_id, at: new Date() }, reason ?? null) })
})

/** Submits a payout run, approves it as a second person, or cancels it before. Errors: not_found, settlement_state, settlement_second_person, suspense_unexplained. */
export const moveSettlementWorkflow = createWorkflow("move-settlement", (input: MoveSettlement) => new WorkflowResponse(moveSettlementStep(input)))
