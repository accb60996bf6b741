import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../modules/household"
import { readGoods, refusePastSales } from "../queries/weigh"

export interface ApproveLinkage {
  version_id: string
  approved_by: string
}

const approveLinkageStep = createStep("approve-linkage", async ({ version_id, approved_by }: ApproveLinkage, { container }) => {
  const module: HouseholdModuleService = container.resolve(HOUSEHOLD_MODULE)
  const { valid_from, valid_to, agreement: { producer_id } } = await module.retrieveLinkageVersion(version_id, { relations: ["agreement"] })
  await refusePastSales(container, [{ producer_id, valid_from, valid_to }])
  await module.approveLinkage(version_id, { by: approved_by, at: new Date(), goods: await readGoods(container, [producer_id]) })
  return new StepResponse({ version_id })
})

/** Puts a draft version in force. Errors: already_approved, second_person_required, shares_exceed_base, linkage_touches_past_sale. */
export const approveLinkageWorkflow = createWorkflow("approve-linkage", (input: ApproveLinkage) => new WorkflowResponse(approveLinkageStep(input)))
