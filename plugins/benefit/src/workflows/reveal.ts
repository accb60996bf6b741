import type { PersonalField } from "@fupin/contract/schemas"
import { allowed } from "@fupin/access"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { decideReveal } from "../domain/decide-household"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../modules/household"

export interface Reveal {
  household_id: string
  fields: PersonalField[]
  reason: string
  actor_id: string
  regions: string[]
}

const revealStep = createStep("reveal-household", async (input: Reveal, { container }) => {
  const module: HouseholdModuleService = container.resolve(HOUSEHOLD_MODULE)
  const household = await module.retrieveHousehold(input.household_id)
  const reason = allowed(decideReveal(household, input.regions, input.reason), "forbidden")
  await module.appendAccess([household.id], { actor_id: input.actor_id, action: "reveal", fields: input.fields, reason })
  return new StepResponse({ id: household.id })
})

/**
 * Records that someone may see personal fields of a household in clear, for a stated reason. The route reads them after this,
 * so that they never pass through the workflow engine. Errors: not_in_your_region, household_restricted, reason_required.
 */
export const revealWorkflow = createWorkflow("reveal-household", (input: Reveal) => new WorkflowResponse(revealStep(input)))
