import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { asMembers, asOrganisations } from "../medusa"
import { institutionOf } from "../reads/plans"

export interface Verification {
  id: string
  actor_id: string
}

const verifyOrganisationStep = createStep("verify-organisation", async ({ id, actor_id }: Verification, { container }) => {
  const saved = await institutionOf(container).updateOrganisations({ id, verified_at: new Date(), verified_by: actor_id })
  return new StepResponse(asOrganisations([saved])[0]!)
})

const changeMemberStep = createStep("change-organisation-member", async ({ id, actor_id, leaves }: Verification & { leaves: boolean }, { container }) => {
  const change = leaves ? { left_at: new Date() } : { verified_at: new Date(), verified_by: actor_id, left_at: null }
  const saved = await institutionOf(container).updateOrganisationMembers({ id, ...change })
  return new StepResponse(asMembers([saved])[0]!)
})

/** Staff checked the organisation: from now on its members may act for it. */
export const verifyOrganisationWorkflow = createWorkflow("verify-organisation", (input: Verification) => new WorkflowResponse(verifyOrganisationStep(input)))

/** Staff verified a member, or entered that the person left: rights end at once. */
export const changeMemberWorkflow = createWorkflow("change-organisation-member", (input: Verification & { leaves: boolean }) => new WorkflowResponse(changeMemberStep(input)))
