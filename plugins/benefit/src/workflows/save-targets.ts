import type { TargetsInput } from "@fupin/contract/schemas"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { PERFORMANCE_MODULE, type PerformanceModuleService } from "../modules/performance"

export type SaveTargets = TargetsInput & { actor_id: string }

const saveTargetsStep = createStep("save-targets", async ({ actor_id, ...input }: SaveTargets, { container }) =>
  new StepResponse({ saved: await container.resolve<PerformanceModuleService>(PERFORMANCE_MODULE).appendTargets(input, actor_id) }))

/** Says what units are to reach in a year; answers how many are new. Only grows: nothing to compensate. */
export const saveTargetsWorkflow = createWorkflow("save-targets", (input: SaveTargets) => new WorkflowResponse(saveTargetsStep(input)))
