import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { FILING_MODULE, type FilingModuleService } from "../modules/filing"
import { issueFilingPapers } from "../papers/issue-filing-papers"

/** Without an id: of every accepted filing whose papers are not there yet. */
const issueFilingPapersStep = createStep("issue-filing-papers", async ({ id }: { id?: string }, { container }) => {
  const filings = container.resolve<FilingModuleService>(FILING_MODULE)
  const ids = id === undefined ? await filings.readWithoutPapers() : [id]
  for (const one of ids) await issueFilingPapers(container, await filings.readFiling(one))
  return new StepResponse({ ids })
})

/** Freezes the papers of accepted filings; a crash after acceptance is made good by running it again. */
export const issueFilingPapersWorkflow = createWorkflow("issue-filing-papers", (input: { id?: string }) => new WorkflowResponse(issueFilingPapersStep(input)))
