import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { countOpen } from "../domain/filing/plan-checklist"
import { FILING_MODULE, type FilingModuleService } from "../modules/filing"
import { LEDGER_MODULE, type LedgerModuleService } from "../modules/ledger"
import { readFilingState } from "../queries/read-filing-detail"
import { drainOutbox } from "./_posting"

export interface SubmitFiling {
  id: string
  version: number
  actor_id: string
  now: Date | string
}

/** Posts and seals what waits first: what a unit reports is what stands in sealed blocks then. No compensation: posted and sealed stays so. */
const submitFilingStep = createStep("submit-filing", async ({ id, version, actor_id, now: at }: SubmitFiling, { container }) => {
  const now = new Date(at)
  const filings = container.resolve<FilingModuleService>(FILING_MODULE)
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
  await drainOutbox(container)
  await ledger.seal(new Date())
  const seal = await ledger.readSeal()
  const { asked, checklist } = await readFilingState(container, await filings.readFiling(id), now)
  await filings.submitFiling({ id, producer_ids: asked.producer_ids, since: asked.since }, { actor_id, version, now }, { open_items: countOpen(checklist), seal: seal?.block ?? null })
  return new StepResponse({ id })
})

/** A unit submits its filing. Errors: not_found, filing_moved_on, period_not_over, earlier_filing_open, checklist_incomplete. */
export const submitFilingWorkflow = createWorkflow("submit-filing", (input: SubmitFiling) => new WorkflowResponse(submitFilingStep(input)))
