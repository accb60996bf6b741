import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { addDays } from "../domain/business-day"
import { FORESIGHT_DAYS, tellShortages } from "../placing/foresee"

const tellShortagesStep = createStep("tell-shortages", async ({ today }: { today: string }, { container }) =>
  new StepResponse(await tellShortages(container, today, addDays(today, FORESIGHT_DAYS), new Date())))

/** Looks ahead and writes what will be missing of deliveries that can still be changed. Answers how many lines. */
export const tellShortagesWorkflow = createWorkflow("tell-shortages", (input: { today: string }) => new WorkflowResponse(tellShortagesStep(input)))
