import { allowed, refusal } from "@fupin/access"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { addDays, businessDay } from "../domain/business-day"
import { decideLines } from "../domain/decide-standing-order"
import { decideGiving } from "../domain/giving"
import { decideReplenish } from "../domain/occurrence-state"
import { decideReceivingOn } from "../domain/receiving-days"
import { spendingOf } from "../spending"
import { readRecipients } from "../reads/gifts"
import { institutionOf, readOccurrences, withPlans } from "../reads/plans"

export interface ReplenishOccurrence {
  id: string
  lines: { variant_id: string; quantity: number }[]
}

const replenishStep = createStep("replenish-occurrence", async ({ id, lines }: ReplenishOccurrence, { container }) => {
  const [delivery] = await withPlans(container, await readOccurrences(container, { id }))
  if (!delivery) throw refusal("not_found", "not_found")
  const today = businessDay(new Date())
  allowed(decideReplenish(delivery.occurrence, today), "not_allowed")
  // It goes where the standing order says now, wherever the first delivery went.
  const recipients = await readRecipients(container, [delivery.standing_order.recipient_id ?? []].flat())
  allowed(decideGiving(recipients.get(delivery.standing_order.recipient_id ?? "") ?? null), "not_allowed")
  const points = await spendingOf(container).readPoints([delivery.organisation.id])
  allowed(decideReceivingOn(points.get(delivery.organisation.id)!, delivery.standing_order.delivery, delivery.occurrence.delivery_date))
  allowed(decideLines(delivery.agreement, lines))
  return new StepResponse(await institutionOf(container).addRound(id, lines, addDays(today, -1)))
})

/** 补货: a second delivery of a date that is ordered already, with its own lines; the next run places it. Answers its id. */
export const replenishOccurrenceWorkflow = createWorkflow("replenish-occurrence", (input: ReplenishOccurrence) => new WorkflowResponse(replenishStep(input)))
