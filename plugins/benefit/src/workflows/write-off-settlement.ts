import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { SETTLEMENT_MODULE, type SettlementModuleService } from "../modules/settlement"
import type { ProposedWriteOff } from "../modules/settlement/service"

export interface WriteOff {
  act: { propose: ProposedWriteOff } | { decide: string; approve: boolean }
  actor_id: string
}

const writeOffStep = createStep("write-off-settlement", async ({ act, actor_id }: WriteOff, { container }) => {
  const module: SettlementModuleService = container.resolve(SETTLEMENT_MODULE)
  const by = { actor_id, at: new Date() }
  if ("propose" in act) return new StepResponse({ id: await module.proposeWriteOff(act.propose, by) })
  await module.decideWriteOff(act.decide, act.approve, by)
  return new StepResponse({ id: act.decide })
})

/** Proposes to spare a household what it owes, or decides on it as a second person. Errors: nothing_owed, not_found, settlement_state, settlement_second_person. */
export const writeOffSettlementWorkflow = createWorkflow("write-off-settlement", (input: WriteOff) => new WorkflowResponse(writeOffStep(input)))
