import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { FILING_MODULE, type FilingModuleService } from "../modules/filing"
import type { SubmitFiling } from "./submit-filing"

export interface ReturnFiling extends SubmitFiling {
  reasons: string
}

const returnFilingStep = createStep("return-filing", async ({ id, version, actor_id, now, reasons }: ReturnFiling, { container }) => {
  await container.resolve<FilingModuleService>(FILING_MODULE).returnFiling(id, { actor_id, version, now: new Date(now) }, reasons)
  return new StepResponse({ id })
})

/** The office gives a filing back with its reasons. Errors: not_found, filing_moved_on, reason_required. */
export const returnFilingWorkflow = createWorkflow("return-filing", (input: ReturnFiling) => new WorkflowResponse(returnFilingStep(input)))
