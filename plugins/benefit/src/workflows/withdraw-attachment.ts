import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { FILING_MODULE, type FilingModuleService } from "../modules/filing"

export interface WithdrawAttachment {
  id: string
  actor_id: string
  now: Date | string
}

const withdrawAttachmentStep = createStep("withdraw-attachment", async ({ id, actor_id, now }: WithdrawAttachment, { container }) => {
  const filings = container.resolve<FilingModuleService>(FILING_MODULE)
  await filings.withdraw(await filings.readAttachment(id), { actor_id, now: new Date(now) })
  return new StepResponse({ id })
})

/** Takes back a scan that was attached by mistake. Errors: unknown_file, filing_is_closed. */
export const withdrawAttachmentWorkflow = createWorkflow("withdraw-attachment", (input: WithdrawAttachment) => new WorkflowResponse(withdrawAttachmentStep(input)))
