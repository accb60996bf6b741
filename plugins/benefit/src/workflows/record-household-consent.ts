import type { ConsentInput } from "@fupin/contract/schemas"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../modules/household"
import { requireHousehold } from "../queries/read-households"

export interface RecordConsent {
  household_id: string
  /** Null withdraws the consent in force. */
  consent: ConsentInput | null
  actor_id: string
  regions: string[]
}

const recordConsentStep = createStep("record-household-consent", async ({ household_id, consent, actor_id, regions }: RecordConsent, { container }) => {
  await requireHousehold(container, household_id, regions)
  const module: HouseholdModuleService = container.resolve(HOUSEHOLD_MODULE)
  const act = { by: actor_id, at: new Date() }
  if (consent) await module.giveConsent(household_id, consent, act)
  else await module.withdrawConsent(household_id, act)
  return new StepResponse({ id: household_id })
})

/**
 * A household agrees in writing to be named in public, or takes it back.
 * Errors: not_in_your_region, not_a_person, household_restricted, invalid_dates, consent_already_given, no_consent.
 */
export const recordHouseholdConsentWorkflow = createWorkflow("record-household-consent", (input: RecordConsent) => new WorkflowResponse(recordConsentStep(input)))
