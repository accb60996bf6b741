import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { FILING_MODULE, type FilingModuleService } from "../modules/filing"

export interface ExplainFiling {
  id: string
  /** A key of the checklist, or a kind for all of its items. */
  item: string
  reason: string
  actor_id: string
  now: Date | string
}

const explainFilingStep = createStep("explain-filing", async ({ id, item, reason, actor_id, now }: ExplainFiling, { container }) => {
  await container.resolve<FilingModuleService>(FILING_MODULE).explain(id, item, reason, { actor_id, now: new Date(now) })
  return new StepResponse({ id })
})

/** States why something is missing. Errors: not_found, filing_is_closed. */
export const explainFilingWorkflow = createWorkflow("explain-filing", (input: ExplainFiling) => new WorkflowResponse(explainFilingStep(input)))
