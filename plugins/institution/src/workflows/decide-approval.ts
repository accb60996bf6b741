import type { DecisionInput } from "@fupin/contract/schemas"
import { createStep, createWorkflow, StepResponse, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { spendingOf } from "../spending"
import { leadOn } from "../spending/lead-on"

export type DecideApproval = DecisionInput & { id: string; actor_id: string }

const decideApprovalStep = createStep("decide-approval", async ({ id, actor_id, ...decision }: DecideApproval, { container }) =>
  new StepResponse(await spendingOf(container).decide(id, actor_id, decision, new Date())))

const leadOnStep = createStep("lead-on-approved", async ({ id }: { id: string }, { container }) => {
  await leadOn(container, id)
  return new StepResponse(id)
})

/** Writes what an approver decided; the last approval that is needed places what waited for it. Errors: those of the module's `decide`. */
export const decideApprovalWorkflow = createWorkflow("decide-spending-approval", (input: DecideApproval) => {
  const state = decideApprovalStep(input)
  when(state, (now) => now === "approved").then(() => leadOnStep({ id: input.id }))
  return new WorkflowResponse(state)
})
