import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { LEDGER_MODULE, type LedgerModuleService, type PostingResult } from "../modules/ledger"
import { drainOutbox, sweep } from "./_posting"

export interface ReconcileBenefitInput {
  order_ids?: string[]
}

const reconcileStep = createStep("reconcile-benefit", async ({ order_ids }: ReconcileBenefitInput, { container }) => {
  const drained = await drainOutbox(container)
  const swept = await sweep(container, order_ids)
  const mended = order_ids ? [] : await container.resolve<LedgerModuleService>(LEDGER_MODULE).rebuildTotals()
  if (mended.length > 0) container.resolve("logger").warn(`Totals of the ledger were wrong and were added up anew: ${mended.map(({ code }) => code).join(", ")}`)
  return new StepResponse<PostingResult>({ scanned: swept.scanned, posted: drained.posted + swept.posted })
})

/** Drains the outbox, then looks at every order with money or postings (or at those named) and posts what is missing; of everything it also adds the totals up anew. */
export const reconcileBenefitWorkflow = createWorkflow("reconcile-benefit", (input: ReconcileBenefitInput) => new WorkflowResponse(reconcileStep(input)))
