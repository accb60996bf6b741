import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { FILING_MODULE, type FilingModuleService } from "../modules/filing"
import { contentsOf } from "../queries/filing-contents"
import { readFilingEvidence } from "../queries/read-filing-evidence"
import { issueFilingPapersWorkflow } from "./issue-filing-papers"
import type { SubmitFiling } from "./submit-filing"

/** One transaction; what is accepted stays accepted. */
const acceptFilingStep = createStep("accept-filing", async ({ id, version, actor_id, now }: SubmitFiling, { container }) => {
  const filings = container.resolve<FilingModuleService>(FILING_MODULE)
  const asked = await contentsOf(container, await filings.readFiling(id))
  const { rows } = await readFilingEvidence(container, asked)
  const payments = [...new Set(rows.map(({ payment_reference }) => payment_reference))]
  await filings.acceptFiling({ id, producer_ids: asked.producer_ids, since: asked.since }, { actor_id, version, now: new Date(now) }, payments)
  return new StepResponse({ id })
})

/** The office accepts a filing: its contents are frozen, then its two papers. Errors: not_found, filing_moved_on, not_your_own_filing, filing_content_changed. */
export const acceptFilingWorkflow = createWorkflow("accept-filing", (input: SubmitFiling) => {
  const accepted = acceptFilingStep(input)
  issueFilingPapersWorkflow.runAsStep({ input: accepted })
  return new WorkflowResponse(accepted)
})
