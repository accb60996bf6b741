import { allowed, refusal } from "@fupin/access"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { decideRegionPeriod } from "../domain/filing/reporting-setting"
import { regionPrefix } from "../domain/place"
import { FILING_MODULE, type FilingModuleService } from "../modules/filing"
import { SETTLEMENT_MODULE, type SettlementModuleService } from "../modules/settlement"
import { readProducersWithin } from "../queries/read-settlements"
import { resolvePayees } from "../queries/read-settlement-payees"

export interface PrepareSettlement {
  period: string
  region: string
  actor_id: string
}

const prepareSettlementStep = createStep("prepare-settlement", async ({ period, region, actor_id }: PrepareSettlement, { container }) => {
  const filings: FilingModuleService = container.resolve(FILING_MODULE)
  const module: SettlementModuleService = container.resolve(SETTLEMENT_MODULE)
  const { from, to } = allowed(decideRegionPeriod(await filings.readSettings(), region, period))
  const at = new Date()
  if (from > at) throw refusal("invalid_data", "settlement_period_ahead")
  const producer_ids = await readProducersWithin(container, region)
  const id = await module.prepare({ period, region_code: region, region_prefix: regionPrefix(region), until: to, producer_ids, actor_id, at }, resolvePayees(container))
  return new StepResponse({ id })
})

/** Lays down a payout run of a period and region. Errors: invalid_period, settlement_period_ahead, settlement_open, nothing_to_settle, entry_already_settled. */
export const prepareSettlementWorkflow = createWorkflow("prepare-settlement", (input: PrepareSettlement) => new WorkflowResponse(prepareSettlementStep(input)))
