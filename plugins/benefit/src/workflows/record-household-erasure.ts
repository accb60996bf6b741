import { allowed } from "@fupin/access"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { decideReason } from "../domain/decide-household"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../modules/household"
import { readLastEntries } from "../queries/read-last-entries"
import { requireHousehold } from "../queries/read-households"

export interface RecordErasure {
  household_id: string
  outcome: "requested" | "withdrawn" | "refused"
  reason: string
  actor_id: string
  regions: string[]
}

const recordErasureStep = createStep("record-household-erasure", async ({ household_id, outcome, reason, actor_id, regions }: RecordErasure, { container }) => {
  await requireHousehold(container, household_id, regions)
  const module: HouseholdModuleService = container.resolve(HOUSEHOLD_MODULE)
  const act = { by: actor_id, at: new Date(), reason: allowed(decideReason(reason)) }
  if (outcome === "requested") await module.requestErasure(household_id, (await readLastEntries(container, [household_id])).get(household_id) ?? null, act)
  else await module.endErasure(household_id, outcome, act)
  return new StepResponse({ id: household_id })
})

/**
 * A household asks that its personal data be erased, takes it back, or is refused. While it waits its data is only kept.
 * Errors: not_in_your_region, reason_required, not_a_person, household_erased, erasure_already_requested, no_erasure_request.
 */
export const recordHouseholdErasureWorkflow = createWorkflow("record-household-erasure", (input: RecordErasure) => new WorkflowResponse(recordErasureStep(input)))
