import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { FILING_MODULE, type FilingModuleService } from "../modules/filing"

export interface AttachToFiling {
  id: string
  item: string
  name: string
  /** Base64. */
  content: string
  actor_id: string
  now: Date | string
}

const attachToFilingStep = createStep("attach-to-filing", async ({ id, item, name, content, actor_id, now }: AttachToFiling, { container }) =>
  new StepResponse(await container.resolve<FilingModuleService>(FILING_MODULE).attach(id, { item, name, content: Buffer.from(content, "base64") }, { actor_id, now: new Date(now) })))

/** Keeps a scan of an invoice or voucher with a filing. Errors: not_found, filing_is_closed, file_too_large, file_type_refused. */
export const attachToFilingWorkflow = createWorkflow("attach-to-filing", (input: AttachToFiling) => new WorkflowResponse(attachToFilingStep(input)))
