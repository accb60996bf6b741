import { allowed } from "@fupin/access"
import { recordAcceptanceWorkflow } from "@fupin/benefit/workflows"
import type { AcceptanceInput } from "@fupin/contract/schemas"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { decideAccepted, decideAcceptedLines } from "../domain/decide-acceptance"
import { institutionOf, readOccurrences, unique } from "../reads/plans"
import { followOrdersStep } from "./follow-orders"

export interface AcceptOccurrence {
  id: string
  acceptance: AcceptanceInput
  actor_id: string
  /** ISO 8601; seeds backdate by it. */
  accepted_at?: string
}

/** The acceptance fact goes to the ledger first; the occurrence says so when it is there. Repeating it after a failure records the same fact. */
const acceptOccurrenceStep = createStep("accept-occurrence", async ({ id, acceptance, actor_id, accepted_at }: AcceptOccurrence, { container }) => {
  const [occurrence] = await readOccurrences(container, { id })
  allowed(decideAccepted(occurrence!, acceptance.lines), "not_allowed")
  allowed(decideAcceptedLines(occurrence!.lines, acceptance.lines))
  const at = accepted_at ? new Date(accepted_at) : new Date()
  for (const order_id of unique(occurrence!.lines.flatMap((line) => line.order_id ?? []))) {
    const lines = occurrence!.lines.filter((line) => line.order_id === order_id).map((line) => ({
      line_item_id: line.line_item_id!, quantity: acceptance.lines.find(({ variant_id }) => variant_id === line.variant_id)?.accepted ?? 0,
    }))
    await recordAcceptanceWorkflow(container).run({ input: { order_id, source: `occurrence:${id}`, accepted_at: at.toISOString(), lines } })
  }
  await institutionOf(container).recordAcceptance(id, { lines: acceptance.lines, at, by: actor_id })
  return new StepResponse(occurrence!.order_ids)
})

/** 验收: quantities accepted beside those supplied; what was accepted becomes payable to households, and a transfer already in settles it. */
export const acceptOccurrenceWorkflow = createWorkflow("accept-occurrence", (input: AcceptOccurrence) => {
  const order_ids = acceptOccurrenceStep(input)
  followOrdersStep({ order_ids })
  return new WorkflowResponse(order_ids)
})
