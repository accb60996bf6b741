import type { VacationInput } from "@fupin/contract/schemas"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { institutionOf, readAgreements } from "../reads/plans"
import { followStandingOrders } from "./save-supply-agreements"

export interface SaveVacation {
  organisation_id: string
  change: { add: VacationInput } | { remove: string }
  actor_id: string
}

const saveVacationStep = createStep("save-vacation", async ({ organisation_id, change, actor_id }: SaveVacation, { container }) => {
  const institution = institutionOf(container)
  if ("add" in change) await institution.addVacation(change.add, actor_id)
  else await institution.removeVacation(organisation_id, change.remove)
  await followStandingOrders(container, (await readAgreements(container, { organisation_id })).map(({ id }) => id))
  return new StepResponse(organisation_id)
})

/** A unit's vacation; deliveries not yet placed follow at once. */
export const saveVacationWorkflow = createWorkflow("save-vacation", (input: SaveVacation) => new WorkflowResponse(saveVacationStep(input)))
