import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { monthsToDraw } from "../domain/statement/months"
import { goodsNamer, statementsOf } from "../statement"

const drawDueStatementsStep = createStep("draw-due-statements", async ({ today }: { today: string }, { container }) => {
  const module = statementsOf(container)
  const months = monthsToDraw(await module.readDrawn(), today)
  let drawn = 0
  for (const month of months) {
    const units = await module.readUnitsWithDeliveries(month)
    for (const id of units) drawn += await module.draw(id, month, goodsNamer(container), new Date())
    await module.recordRun(month, units.length, new Date())
  }
  return new StepResponse({ months, drawn })
})

/** The statements of every month that is over by `today` (a business day) and was not drawn yet; a run that died is taken up by the next. */
export const drawDueStatementsWorkflow = createWorkflow("draw-due-statements", (input: { today: string }) => new WorkflowResponse(drawDueStatementsStep(input)))
