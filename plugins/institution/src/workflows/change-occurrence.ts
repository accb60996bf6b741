import { allowed } from "@fupin/access"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { businessDay } from "../domain/business-day"
import { decideLines } from "../domain/decide-standing-order"
import type { OccurrenceChange } from "../modules/institution/edit"
import { institutionOf, readOccurrences, withPlans } from "../reads/plans"

export interface ChangeOccurrence {
  id: string
  change: { skip: string } | { restore: true } | { lines: { variant_id: string; quantity: number }[] }
}

const changeOccurrenceStep = createStep("change-occurrence", async ({ id, change }: ChangeOccurrence, { container }) => {
  const [delivery] = await withPlans(container, await readOccurrences(container, { id }))
  if ("lines" in change) allowed(decideLines(delivery!.agreement, change.lines))
  const held = delivery!.occurrence.edits
  const columns: OccurrenceChange = "lines" in change ? { edits: { ...held, ...Object.fromEntries(change.lines.map(({ variant_id, quantity }) => [variant_id, quantity])) } } : change
  await institutionOf(container).changeOccurrence(id, columns, businessDay(new Date()))
  return new StepResponse(id)
})

/** Skips a date, takes the skip back, or sets that date's own quantities; until cut-off. */
export const changeOccurrenceWorkflow = createWorkflow("change-occurrence", (input: ChangeOccurrence) => new WorkflowResponse(changeOccurrenceStep(input)))
