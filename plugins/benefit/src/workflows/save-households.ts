import type { HouseholdInput } from "@fupin/contract/schemas"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { SaveScope } from "../domain/decide-household"
import { shanghaiDay } from "../domain/period"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../modules/household"

export interface SaveHouseholds {
  households: HouseholdInput[]
  /** Where the one who saves may write: "*" or division codes. */
  regions: string[]
  /** Who saves; an import has none. */
  actor_id?: string
  only?: SaveScope["only"]
}

const saveHouseholdsStep = createStep("save-households", async ({ households, regions, actor_id, only }: SaveHouseholds, { container }) => {
  const module: HouseholdModuleService = container.resolve(HOUSEHOLD_MODULE)
  return new StepResponse(await module.saveHouseholds(households, { regions, only, actor_id, today: shanghaiDay(new Date()) }))
})

/** Saves households and collectives by code, all or none. Answers `{ id, code, is_new }` in the order given. */
export const saveHouseholdsWorkflow = createWorkflow("save-households", (input: SaveHouseholds) => new WorkflowResponse(saveHouseholdsStep(input)))
