import type { LedgerVerified } from "@fupin/contract/schemas"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { FILING_MODULE, type FilingModuleService } from "../modules/filing"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../modules/household"
import { LEDGER_MODULE, type LedgerModuleService } from "../modules/ledger"
import { PAPER_MODULE, type PaperModuleService } from "../modules/paper"
import { pagesOf } from "./_posting"
import { resolveLinkages } from "./_resolve-linkages"

const verifyLedgerStep = createStep("verify-ledger", async (_input: void, { container }) => {
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
  const { journals, entries, blocks, problems } = await ledger.verifyJournals()
  problems.push(...(await container.resolve<FilingModuleService>(FILING_MODULE).verifyFilings()))
  let unaccrued_captures = 0
  for await (const page of pagesOf(ledger)) {
    const found = await ledger.verifyOrders(page, resolveLinkages(container), new Date())
    unaccrued_captures += found.unaccrued_captures
    problems.push(...found.problems)
  }
  const household = container.resolve<HouseholdModuleService>(HOUSEHOLD_MODULE)
  problems.push(...(await container.resolve<PaperModuleService>(PAPER_MODULE).verifyDocuments(household.personal)))
  return new StepResponse<LedgerVerified>({ ok: problems.length === 0, journals, entries, blocks, unaccrued_captures, problems })
})

/** Reads the whole ledger again, from rows and from facts, and names every row that is not as it should be. Writes nothing. */
export const verifyLedgerWorkflow = createWorkflow("verify-ledger", () => new WorkflowResponse(verifyLedgerStep()))
