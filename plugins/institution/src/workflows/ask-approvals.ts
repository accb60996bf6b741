import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { askApprovals } from "../spending/ask-ahead"

const askApprovalsStep = createStep("ask-approvals", async ({ today }: { today: string }, { container }) => new StepResponse(await askApprovals(container, today)))

/** Puts coming deliveries before their units' approvers. Repeating it changes nothing. */
export const askApprovalsWorkflow = createWorkflow("ask-approvals", (input: { today: string }) => new WorkflowResponse(askApprovalsStep(input)))
