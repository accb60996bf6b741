import { allowed, refusal } from "@fupin/access"
import type { EndInput, PauseInput } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { addDays, businessDay, HORIZON_DAYS, later } from "../domain/business-day"
import { decideEnd, decidePause } from "../domain/decide-standing-order"
import type { StandingOrderRow } from "../medusa"
import { institutionOf, readOccurrences, readStandingOrders } from "../reads/plans"
import { cancelOpenOrders } from "./_cancel-orders"

export interface ChangeStandingOrder {
  id: string
  change: { pause: PauseInput } | { end: EndInput } | { resume: true }
}

const changeStandingOrderStep = createStep("change-standing-order", async ({ id, change }: ChangeStandingOrder, { container }) => {
  const today = businessDay(new Date())
  const [held] = await readStandingOrders(container, { id })
  if (held!.ends_on !== null && held!.ends_on < today) throw refusal("not_allowed", "standing_order_ended")
  const columns = changed(held!, change, today)
  await institutionOf(container).updateStandingOrders({ id, ...columns, version: held!.version + 1 })
  await institutionOf(container).syncOccurrences({ from: today, to: addDays(today, HORIZON_DAYS), standing_order_ids: [id] })
  if (!("resume" in change)) await callOffPlaced(container, id, change, columns, today)
  const [saved] = await readStandingOrders(container, { id })
  return new StepResponse(saved!)
})

/** Keep or cancel (as the buyer said) what is ordered already for the days that fall out, from tomorrow on. */
async function callOffPlaced(container: MedusaContainer, id: string, change: { pause: PauseInput } | { end: EndInput }, columns: Days, today: string): Promise<void> {
  const said = "pause" in change ? change.pause.placed : change.end.placed
  if (said !== "cancel") return
  const first = later(addDays(today, 1), columns.ends_on ? addDays(columns.ends_on, 1) : columns.paused_from!)
  const last = columns.resume_on ? { $lt: columns.resume_on } : {}
  const rows = await readOccurrences(container, { standing_order_id: id, state: ["placed", "short"], delivery_date: { $gte: first, ...last } })
  await cancelOpenOrders(container, rows.flatMap(({ order_ids }) => order_ids))
}

interface Days {
  paused_from?: string | null
  resume_on?: string | null
  ends_on?: string
}

function changed(held: StandingOrderRow, change: ChangeStandingOrder["change"], today: string): Days {
  if ("pause" in change) return allowed(decidePause(change.pause, today))
  if ("end" in change) return { ends_on: allowed(decideEnd(held, change.end.ends_on, today)) }
  return { paused_from: null, resume_on: null }
}

/** Pauses, resumes or ends; deliveries not yet placed follow at once. */
export const changeStandingOrderWorkflow = createWorkflow("change-standing-order", (input: ChangeStandingOrder) => new WorkflowResponse(changeStandingOrderStep(input)))
