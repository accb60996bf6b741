import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { institutionOf } from "../reads/plans"

export interface Verification {
  id: string
  actor_id: string
}

const verifyOrganisationStep = createStep("verify-organisation", async ({ id, actor_id }: Verification, { container }) =>
  new StepResponse(await institutionOf(container).verifyOrganisation(id, { side: "office", by: actor_id, at: new Date() })))

const changeMemberStep = createStep("change-organisation-member", async ({ id, actor_id, leaves }: Verification & { leaves: boolean }, { container }) => {
  const [books, actor] = [institutionOf(container), { side: "office", by: actor_id, at: new Date() } as const]
  return new StepResponse(leaves ? await books.endMember(id, actor) : await books.verifyMember(id, actor))
})

/** Staff checked the organisation: from now on its members may act for it. */
export const verifyOrganisationWorkflow = createWorkflow("verify-organisation", (input: Verification) => new WorkflowResponse(verifyOrganisationStep(input)))

/** Staff verified a member, or entered that the person left: rights end at once. */
export const changeMemberWorkflow = createWorkflow("change-organisation-member", (input: Verification & { leaves: boolean }) => new WorkflowResponse(changeMemberStep(input)))
