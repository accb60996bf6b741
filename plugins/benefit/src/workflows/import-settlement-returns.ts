import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { SETTLEMENT_MODULE, type SettlementModuleService } from "../modules/settlement"
import type { ReturnFile } from "../modules/settlement/service"

export interface ImportReturns extends ReturnFile {
  actor_id: string
}

const importReturnsStep = createStep("import-settlement-returns", async ({ actor_id, ...file }: ImportReturns, { container }) => {
  const module: SettlementModuleService = container.resolve(SETTLEMENT_MODULE)
  return new StepResponse(await module.importReturns(file, { actor_id, at: new Date() }))
})

/** Writes what the bank says became of a run's payments, all or nothing. Errors: not_found, return_file_known, unknown_payout_reference, payout_amount_differs, payout_result_contradicts. */
export const importReturnsWorkflow = createWorkflow("import-settlement-returns", (input: ImportReturns) => new WorkflowResponse(importReturnsStep(input)))
