import type { ScorecardInput } from "@fupin/contract/schemas"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { PERFORMANCE_MODULE, type PerformanceModuleService } from "../modules/performance"

export type SaveScorecard = ScorecardInput & { actor_id: string }

const saveScorecardStep = createStep("save-scorecard", async ({ actor_id, ...input }: SaveScorecard, { container }) => {
  await container.resolve<PerformanceModuleService>(PERFORMANCE_MODULE).appendScorecard(input, actor_id)
  return new StepResponse({ region_code: input.region_code, year: input.year })
})

/** Says how a region scores its units in a year. Error: scorecard_weights. */
export const saveScorecardWorkflow = createWorkflow("save-scorecard", (input: SaveScorecard) => new WorkflowResponse(saveScorecardStep(input)))
