import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { Claim } from "../modules/institution/claim"
import { readOutcomes } from "../placing/outcomes"
import { placeDeliveries, type Placing } from "../placing/place"
import { institutionOf, readOccurrences, withPlans } from "../reads/plans"
import { occurrenceKey, releaseSpending } from "../spending"

export interface PlaceOccurrences {
  claims: Claim[]
  /** ISO 8601; seeds backdate by it. */
  placed_at?: string
}

/** Places the orders of claimed occurrences. It has no compensation: what was placed stays and is found by the next run. */
export const placeClaimedStep = createStep("place-claimed-occurrences", async ({ claims, placed_at }: PlaceOccurrences, { container }) => {
  const attempts = new Map(claims.map(({ id, attempt }) => [id, attempt]))
  const occurrences = await readOccurrences(container, { id: [...attempts.keys()] })
  const held = occurrences.map((occurrence) => ({ ...occurrence, attempt: attempts.get(occurrence.id)! }))
  return new StepResponse(await placeDeliveries(container, await withPlans(container, held), placed_at))
})

/** Only now that the orders are there does an occurrence say so. */
export const recordOutcomesStep = createStep("record-occurrence-outcomes", async ({ deliveries, refused }: Placing, { container }) => {
  const recorded = await readOutcomes(container, deliveries, refused)
  const written = new Set(await institutionOf(container).recordOutcomes(recorded))
  const mine = recorded.filter(({ claim }) => written.has(claim.id))
  await releaseSpending(container, mine.filter(({ outcome }) => outcome.order_ids.length === 0).map(({ claim }) => occurrenceKey(claim.id)))
  return new StepResponse(mine.map(({ claim, outcome }) => ({ id: claim.id, state: outcome.state })))
})

/** Claimed occurrences become real orders, then say what became of them. Answers the states written, by occurrence. */
export const placeOccurrencesWorkflow = createWorkflow("place-occurrences", (input: PlaceOccurrences) => {
  const placing = placeClaimedStep(input)
  return new WorkflowResponse(recordOutcomesStep(placing))
})
