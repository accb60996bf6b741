import { allowed, refusal } from "@fupin/access"
import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { businessDay } from "../domain/business-day"
import { decideLines } from "../domain/decide-standing-order"
import { linesForHeadcount } from "../domain/own-quantities"
import type { OccurrenceChange } from "../modules/institution/edit"
import { readCertified } from "../reads/certified"
import { type Delivery, institutionOf, linesOf, readOccurrences, standingOf, withPlans } from "../reads/plans"

type Lines = { variant_id: string; quantity: number }[]

export interface ChangeOccurrence {
  id: string
  change: { skip: string } | { restore: true } | { lines: Lines; version?: number } | { headcount: number; version?: number } | { substitute: string }
}

const changeOccurrenceStep = createStep("change-occurrence", async ({ id, change }: ChangeOccurrence, { container }) => {
  const [delivery] = await withPlans(container, await readOccurrences(container, { id }))
  await institutionOf(container).changeOccurrence(id, await asOwn(container, delivery!, change), businessDay(new Date()))
  return new StepResponse(id)
})

/** What a buyer says, as quantities of that date within the agreement's bands. */
async function asOwn(container: MedusaContainer, delivery: Delivery, change: ChangeOccurrence["change"]): Promise<OccurrenceChange> {
  if ("skip" in change || "restore" in change) return change
  const standing = standingOf(delivery)
  if ("substitute" in change) return { ...(await withSubstitute(container, delivery, change.substitute)), standing }
  const lines = "lines" in change ? change.lines : forHeadcount(delivery, change.headcount)
  allowed(decideLines(delivery.agreement, lines))
  return { lines, standing, ...("headcount" in change ? { headcount: change.headcount } : {}), ..."version" in change ? { version: change.version } : {} }
}

function forHeadcount(delivery: Delivery, headcount: number): Lines {
  const { headcount: usual } = delivery.standing_order
  if (usual === null) throw refusal("not_allowed", "headcount_not_set")
  return linesForHeadcount(standingOf(delivery), usual, headcount)
}

/** What is foreseen to be missing of a product is asked for of its substitute, if that is certified now. */
async function withSubstitute(container: MedusaContainer, delivery: Delivery, variantId: string): Promise<{ lines: Lines; substituted: Lines[number] }> {
  const [shortage] = (await institutionOf(container).readShortages([delivery.occurrence.id])).filter(({ variant_id }) => variant_id === variantId)
  if (!shortage) throw refusal("not_found", "not_found")
  const substitute = shortage.substitute_variant_id
  if (!substitute || !(await readCertified(container, [substitute], new Date())).has(substitute)) throw refusal("not_allowed", "not_certified")
  const held = linesOf(delivery).find(({ variant_id }) => variant_id === substitute)?.quantity ?? 0
  const missing = shortage.requested - shortage.expected
  const lines = [{ variant_id: variantId, quantity: shortage.expected }, { variant_id: substitute, quantity: held + missing }]
  allowed(decideLines(delivery.agreement, lines))
  return { lines, substituted: { variant_id: variantId, quantity: missing } }
}

/** Skips a date, takes the skip back, or sets that date's own quantities: line by line, by headcount, or by a substitute; until cut-off. */
export const changeOccurrenceWorkflow = createWorkflow("change-occurrence", (input: ChangeOccurrence) => new WorkflowResponse(changeOccurrenceStep(input)))
