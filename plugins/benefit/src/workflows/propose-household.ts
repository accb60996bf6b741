import type { ProposalInput } from "@fupin/contract/schemas"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../modules/household"

export interface ProposeHousehold {
  proposal: ProposalInput
  actor_id: string
  regions: string[]
}

const proposeHouseholdStep = createStep("propose-household", async ({ proposal, actor_id, regions }: ProposeHousehold, { container }) => {
  const module: HouseholdModuleService = container.resolve(HOUSEHOLD_MODULE)
  return new StepResponse({ id: await module.propose(proposal, { by: actor_id, at: new Date(), regions }) })
})

/** Proposes to add, move, merge or end a household; someone else decides. Errors: those of the change, as if it were made now. */
export const proposeHouseholdWorkflow = createWorkflow("propose-household", (input: ProposeHousehold) => new WorkflowResponse(proposeHouseholdStep(input)))
