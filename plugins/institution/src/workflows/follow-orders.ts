import type { OccurrenceState } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { decideFollowed } from "../domain/occurrence-state"
import { readOrderStates } from "../reads/order-states"
import { institutionOf } from "../reads/plans"

const PAGE = 200

/** Looks at the orders of unpaid occurrences, page by page: delivered, cancelled or paid, the occurrence says so too. `order_ids` null looks at all. */
export const followOrdersStep = createStep("follow-orders", async ({ order_ids }: { order_ids: string[] | null }, { container }) => {
  const institution = institutionOf(container)
  const paid: string[] = []
  for (let after = ""; ; ) {
    const page = await institution.readUnpaid(order_ids, { after, limit: PAGE })
    paid.push(...(await follow(container, page)))
    if (page.length < PAGE) return new StepResponse(paid)
    after = page.at(-1)!.id
  }
})

async function follow(container: MedusaContainer, unpaid: { id: string; state: OccurrenceState; order_ids: string[] }[]): Promise<string[]> {
  const orders = new Map((await readOrderStates(container, unpaid.flatMap((one) => one.order_ids))).map((order) => [order.id, order]))
  const moved = unpaid.flatMap(({ id, state, order_ids }) => {
    const to = decideFollowed(state, order_ids.flatMap((order) => orders.get(order) ?? []))
    return to ? [{ id, to }] : []
  })
  await institutionOf(container).recordFollowed(moved)
  const paid = [...orders.values()].map(({ id, paid_fen, refunded_fen }) => ({ order_id: id, paid_fen: paid_fen - refunded_fen })).filter(({ paid_fen }) => paid_fen > 0)
  return paid.length === 0 ? [] : institutionOf(container).recordPaid(paid)
}

/** Level-triggered: events only say when to look. Answers the occurrences that became paid. */
export const followOrdersWorkflow = createWorkflow("follow-orders", (input: { order_ids: string[] | null }) => new WorkflowResponse(followOrdersStep(input)))
