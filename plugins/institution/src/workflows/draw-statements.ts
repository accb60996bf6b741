import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { goodsNamer, statementsOf } from "../statement"

export interface DrawStatements {
  /** YYYY-MM. */
  month: string
  organisation_ids: string[]
}

const drawStatementsStep = createStep("draw-statements", async ({ month, organisation_ids }: DrawStatements, { container }) => {
  let drawn = 0
  for (const id of organisation_ids) drawn += await statementsOf(container).draw(id, month, goodsNamer(container), new Date())
  return new StepResponse({ drawn })
})

/** 对账: drafts of a month for organisations, one a producer. Drawing again follows what changed; what went out stays, and later changes go into the next month. */
export const drawStatementsWorkflow = createWorkflow("draw-statements", (input: DrawStatements) => new WorkflowResponse(drawStatementsStep(input)))
