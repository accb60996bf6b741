import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { readMoney } from "../reads/money"
import { institutionOf } from "../reads/plans"

/** Looks at the money of unpaid occurrences' orders and marks paid those that are. `order_ids` null looks at all. */
export const settleOccurrencesStep = createStep("settle-occurrences", async ({ order_ids }: { order_ids: string[] | null }, { container }) => {
  const institution = institutionOf(container)
  const unpaid = await institution.readUnpaid()
  const wanted = unpaid.filter((one) => order_ids === null || one.order_ids.some((id) => order_ids.includes(id)))
  const money = await readMoney(container, wanted.flatMap((one) => one.order_ids))
  const paid = money.map(({ id, paid_fen, refunded_fen }) => ({ order_id: id, paid_fen: paid_fen - refunded_fen })).filter(({ paid_fen }) => paid_fen > 0)
  return new StepResponse(paid.length === 0 ? [] : await institution.recordPaid(paid))
})

/** Level-triggered: events only say when to look. Answers the occurrences that became paid. */
export const settleOccurrencesWorkflow = createWorkflow("settle-occurrences", (input: { order_ids: string[] | null }) =>
  new WorkflowResponse(settleOccurrencesStep(input)))
