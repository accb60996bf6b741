import type { LinkageInput } from "@fupin/contract/schemas"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../modules/household"
import { readGoods, refusePastSales } from "../queries/weigh"

export interface SaveLinkages {
  linkages: LinkageInput[]
  created_by: string
  /** Who approved them; null saves drafts. Never the author. */
  approved_by: string | null
}

const saveLinkagesStep = createStep("save-linkages", async ({ linkages, created_by, approved_by }: SaveLinkages, { container }) => {
  const module: HouseholdModuleService = container.resolve(HOUSEHOLD_MODULE)
  const fresh = await module.readFreshLinkages(linkages)
  if (approved_by === null) return new StepResponse({ version_ids: await module.appendLinkages(fresh, created_by, null) })
  await refusePastSales(container, fresh)
  const goods = await readGoods(container, [...new Set(fresh.map(({ producer_id }) => producer_id))])
  return new StepResponse({ version_ids: await module.appendLinkages(fresh, created_by, { by: approved_by, at: new Date(), goods }) })
})

/**
 * Appends versions of linkage agreements, all or none; what is a version already is passed over. Answers the new versions' ids.
 * Errors: invalid_dates, duplicate_member, unknown_beneficiary, linkage_producer_differs, linkage_touches_past_sale,
 * second_person_required, shares_exceed_base.
 */
export const saveLinkagesWorkflow = createWorkflow("save-linkages", (input: SaveLinkages) => new WorkflowResponse(saveLinkagesStep(input)))
