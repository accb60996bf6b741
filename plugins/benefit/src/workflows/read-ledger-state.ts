import type { LedgerState } from "@fupin/contract/schemas"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { LEDGER_MODULE, type LedgerModuleService } from "../modules/ledger"
import { resolveLinkages } from "./_resolve-linkages"

export interface LedgerStateInput {
  /** How far back money is looked at; a month unless said. */
  days?: number
}

const readLedgerStateStep = createStep("read-ledger-state", async ({ days }: LedgerStateInput, { container }) =>
  new StepResponse<LedgerState>(await container.resolve<LedgerModuleService>(LEDGER_MODULE).readState(resolveLinkages(container), new Date(), days)))

/** How complete and how sealed the ledger is now. Writes nothing. */
export const readLedgerStateWorkflow = createWorkflow("read-ledger-state", (input: LedgerStateInput) => new WorkflowResponse(readLedgerStateStep(input)))
