import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { PostingResult } from "../modules/ledger"
import { drainOutbox, sweep } from "./_posting"

export interface PostBenefitInput {
  /** These orders; without it, whatever the outbox holds. */
  order_ids?: string[]
}

/** No compensation: a posting says what is so, and stays so when a later step of the caller fails. */
const postBenefitStep = createStep("post-benefit", async ({ order_ids }: PostBenefitInput, { container }) =>
  new StepResponse<PostingResult>(order_ids ? await sweep(container, order_ids) : await drainOutbox(container)))

/** Brings the ledger up to the facts now. Answers how many orders were looked at and how many journals written. */
export const postBenefitWorkflow = createWorkflow("post-benefit", (input: PostBenefitInput) => new WorkflowResponse(postBenefitStep(input)))
