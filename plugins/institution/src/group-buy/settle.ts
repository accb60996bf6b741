import { yuanFromFen } from "@fupin/contract/money"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { cancelOrderWorkflow, refundPaymentWorkflow } from "@medusajs/medusa/core-flows"
import { planSettlement } from "../domain/group-buy/plan-settlement"
import type { GroupBuyRow, PartRow } from "../modules/group-buy/service"
import { repriceLines } from "../placing/reprice-lines"
import { groupBuysOf, requireGroupBuy, requirePart } from "./facts"
import { syncHoldIfPossible } from "./hold"
import { lowerSpending } from "./spending"

/** One part never needs more steps than these: price, difference, and saying so. */
const STEPS = 4
const FAILED = "没有成功，一小时内会自动再试；如一直如此，请核对这张订单的付款和发货"

/** Brings the money of one part to where it belongs, step by step from what is true; no two processes at once. Answers whether it is done. */
export async function settlePart(container: MedusaContainer, partId: string): Promise<boolean> {
  const module = groupBuysOf(container)
  const done = await module.exclusively(`group-buy-part:${partId}`, async () => {
    for (let turn = 0; turn < STEPS; turn++) {
      const part = await requirePart(container, partId)
      const group = await requireGroupBuy(container, part.group_buy_id)
      const step = planSettlement(group, part, new Date())
      if (step.do === "wait") return part.outcome !== null
      if (step.do === "ask") { await module.recordProblem(partId, step.problem); return false }
      if (step.do === "end") await endPart(container, group, part, step.outcome)
      else await moveMoney(container, part, step)
    }
    return (await requirePart(container, partId)).outcome !== null
  })
  return done ?? false
}

/** The same, where one part's failure must not stop the others: it is written down for the office and tried again. */
export async function trySettlePart(container: MedusaContainer, partId: string): Promise<boolean> {
  try {
    return await settlePart(container, partId)
  } catch (error) {
    container.resolve(ContainerRegistrationKeys.LOGGER).error(`group buy part ${partId}: ${error instanceof Error ? error.message : String(error)}`)
    await groupBuysOf(container).recordProblem(partId, FAILED)
    return false
  }
}

type MoneyStep = Extract<ReturnType<typeof planSettlement>, { do: "reprice" | "refund" | "cancel" }>

async function moveMoney(container: MedusaContainer, part: PartRow, step: MoneyStep): Promise<void> {
  const order = part.order!
  if (step.do === "reprice") await reprice(container, part, step.unit_price_fen)
  else if (step.do === "cancel") await cancelOrderWorkflow(container).run({ input: { order_id: order.id, canceled_by: part.id } })
  else await refundPaymentWorkflow(container).run({ input: { payment_id: order.payment_id!, amount: yuanFromFen(step.amount_fen), created_by: part.id, note: "团购结算" } })
}

/** The order's line at the final price. */
async function reprice(container: MedusaContainer, { id, quantity, order }: PartRow, unit_price_fen: number): Promise<void> {
  const line = { line_item_id: order!.line_id!, quantity, unit_price: yuanFromFen(unit_price_fen) }
  await repriceLines(container, order!, [line], { by: id, text: "团购按成团价结算" })
}

async function endPart(container: MedusaContainer, group: GroupBuyRow, part: PartRow, outcome: NonNullable<PartRow["outcome"]>): Promise<void> {
  await lowerSpending(container, group, part)
  await groupBuysOf(container).recordOutcome(part.id, outcome, new Date())
  if (group.state === "open") await syncHoldIfPossible(container, group.id)
}
