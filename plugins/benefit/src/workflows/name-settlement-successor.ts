import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { SETTLEMENT_MODULE, type SettlementModuleService } from "../modules/settlement"
import type { NamedSuccessor } from "../modules/settlement/service"

export interface NameSuccessor {
  /** A new one (its account sealed already), or the one to agree to or to end. */
  act: { name: NamedSuccessor } | { approve: string } | { end: string }
  actor_id: string
}

const nameSuccessorStep = createStep("name-settlement-successor", async ({ act, actor_id }: NameSuccessor, { container }) => {
  const module: SettlementModuleService = container.resolve(SETTLEMENT_MODULE)
  const by = { actor_id, at: new Date() }
  if ("name" in act) await module.nameSuccessor(act.name, by)
  else if ("approve" in act) await module.approveSuccessor(act.approve, by)
  else await module.endSuccessor(act.end, by)
  return new StepResponse({ id: "name" in act ? act.name.id : "approve" in act ? act.approve : act.end })
})

/** Names a person who receives what a household earned, agrees to it as a second person, or ends it. Errors: already_succeeded, not_found, settlement_second_person. */
export const nameSuccessorWorkflow = createWorkflow("name-settlement-successor", (input: NameSuccessor) => new WorkflowResponse(nameSuccessorStep(input)))
