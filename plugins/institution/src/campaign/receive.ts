import { receiveTransferWorkflow } from "@fupin/checkout/workflows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { readOrderStates } from "../reads/order-states"
import type { Due } from "../domain/campaign/allocate-transfer"
import type { ArrivedTransfer } from "../modules/campaign/transfers"
import { campaignsOf } from "./facts"
import { type Step, workOn } from "./run-job"

const CHUNK = 20
const PAGE = 500

/** Registers the next parts of what arrived; each order knows each reference once, so a part done twice is done once. */
export const receiveSome: Step = async (container, campaignId) => {
  const module = campaignsOf(container)
  const parts = await module.readOpenParts(campaignId, CHUNK)
  for (const part of parts) {
    const { order_id, amount_fen, reference, received_on, registered_by } = part
    await receiveTransferWorkflow(container).run({ input: { order_id, amount_fen, reference, received_on, actor_id: registered_by } })
    await module.recordPart(part)
  }
  return { done: await module.countRegistered(campaignId), refused: 0, isOver: parts.length < CHUNK }
}

/** What campaign orders still lack; money that came in any way counts. */
export async function readDues(container: MedusaContainer, orderIds: string[]): Promise<Due[]> {
  const dues = new Map<string, number>()
  for (let at = 0; at < orderIds.length; at += PAGE) {
    for (const { id, total_fen, paid_fen, is_cancelled } of await readOrderStates(container, orderIds.slice(at, at + PAGE))) dues.set(id, is_cancelled ? 0 : Math.max(0, total_fen - paid_fen))
  }
  return orderIds.map((order_id) => ({ order_id, due_fen: dues.get(order_id) ?? 0 }))
}

/** One payment from the union's account for a whole campaign: spread over its orders, then registered one by one. The same reference again goes on where it stopped. */
export async function receiveCampaignTransfer(container: MedusaContainer, transfer: ArrivedTransfer, actor_id: string): Promise<void> {
  const job = await campaignsOf(container).arrive(transfer, (ids) => readDues(container, ids), actor_id)
  if (job) workOn(container, job)
}
