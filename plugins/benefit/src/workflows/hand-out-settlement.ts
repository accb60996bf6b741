import type { PayoutMethod } from "@fupin/contract/schemas"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../modules/household"
import { SETTLEMENT_MODULE, type SettlementModuleService } from "../modules/settlement"
import { readPayees, resolvePayees } from "../queries/read-settlement-payees"
import { PAYOUT_PROVIDERS } from "../settlement/providers"

export interface HandOutSettlement {
  id: string
  method: PayoutMethod
  batch?: number
  reason: string
  actor_id: string
}

const handOutStep = createStep("hand-out-settlement", async ({ id, method, batch, reason, actor_id }: HandOutSettlement, { container }) => {
  const module: SettlementModuleService = container.resolve(SETTLEMENT_MODULE)
  const households: HouseholdModuleService = container.resolve(HOUSEHOLD_MODULE)
  const handed = await module.handOut({ settlement_id: id, method, batch }, { actor_id, at: new Date() }, resolvePayees(container))
  const payees = await readPayees(container, handed.payments.map(({ beneficiary_id }) => beneficiary_id))
  const seen = [...new Set([...payees.values()].flatMap(({ household_ids }) => household_ids))]
  await households.appendAccess(seen, { actor_id, action: "export", fields: PAYOUT_PROVIDERS[method].shows, reason: `${reason}（兑付 ${handed.number}，第 ${handed.batch} 批）` })
  return new StepResponse({ ...handed, payments: handed.payments.map(({ account_mark: _mark, ...payment }) => payment) })
})

/**
 * Hands out what is ready as a new batch, or a batch again, and writes down whose names and accounts the file will show. The route reads the accounts
 * after this, so that they never pass through the workflow engine. Errors: not_found, settlement_state, nothing_to_pay, payee_account_changed.
 */
export const handOutSettlementWorkflow = createWorkflow("hand-out-settlement", (input: HandOutSettlement) => new WorkflowResponse(handOutStep(input)))
