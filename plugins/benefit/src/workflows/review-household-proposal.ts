import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../modules/household"

export interface ReviewHouseholdProposal {
  proposal_id: string
  verdict: "approve" | "refuse" | "take_back"
  reason: string
  actor_id: string
  regions: string[]
}

const reviewHouseholdProposalStep = createStep("review-household-proposal", async ({ proposal_id, verdict, reason, actor_id, regions }: ReviewHouseholdProposal, { container }) => {
  const module: HouseholdModuleService = container.resolve(HOUSEHOLD_MODULE)
  const desk = { by: actor_id, at: new Date(), regions }
  if (verdict === "take_back") await module.takeBackProposal(proposal_id, desk)
  else await module.reviewProposal(proposal_id, verdict, reason, desk)
  return new StepResponse({ id: proposal_id })
})

/** Decides a proposal: what is approved is made in the same transaction. Errors: proposal_already_decided, second_person_required, reason_required, not_yours. */
export const reviewHouseholdProposalWorkflow = createWorkflow("review-household-proposal", (input: ReviewHouseholdProposal) => new WorkflowResponse(reviewHouseholdProposalStep(input)))
