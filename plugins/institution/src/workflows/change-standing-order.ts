import { allowed, refusal } from "@fupin/access"
import type { EndInput, PauseInput } from "@fupin/contract/schemas"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { addDays, businessDay, HORIZON_DAYS } from "../domain/business-day"
import { decideEnd, decidePause } from "../domain/decide-standing-order"
import type { StandingOrderRow } from "../medusa"
import { institutionOf, readStandingOrders } from "../reads/plans"

export interface ChangeStandingOrder {
  id: string
  change: { pause: PauseInput } | { end: EndInput } | { resume: true }
}

const changeStandingOrderStep = createStep("change-standing-order", async ({ id, change }: ChangeStandingOrder, { container }) => {
  const today = businessDay(new Date())
  const [held] = await readStandingOrders(container, { id })
  if (held!.ends_on !== null && held!.ends_on < today) throw refusal("not_allowed", "standing_order_ended")
  await institutionOf(container).updateStandingOrders({ id, ...changed(held!, change, today) })
  await institutionOf(container).syncOccurrences({ from: today, to: addDays(today, HORIZON_DAYS), standing_order_ids: [id] })
  const [saved] = await readStandingOrders(container, { id })
  return new StepResponse(saved!)
})

function changed(held: StandingOrderRow, change: ChangeStandingOrder["change"], today: string) {
  if ("pause" in change) return allowed(decidePause(change.pause, today))
  if ("end" in change) return { ends_on: allowed(decideEnd(held, change.end.ends_on, today)) }
  return { paused_from: null, resume_on: null }
}

/** Pauses, resumes or ends; deliveries not yet placed follow at once. */
export const changeStandingOrderWorkflow = createWorkflow("change-standing-order", (input: ChangeStandingOrder) => new WorkflowResponse(changeStandingOrderStep(input)))
