import { readDues } from "@fupin/checkout/reads/read-dues"
import { receiveTransferWorkflow } from "@fupin/checkout/workflows"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { ArrivedTransfer } from "../modules/campaign/transfers"
import { continueCampaign } from "./begin-placing"
import { campaignsOf, requireCampaign } from "./facts"
import { type Step, workOn } from "./run-job"

const CHUNK = 20

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

/** One payment from the union's account for a whole campaign: spread over its orders, then registered one by one. The same reference again goes on where it stopped; orders that are not placed yet are tried first. */
export async function receiveCampaignTransfer(container: MedusaContainer, transfer: ArrivedTransfer, actor_id: string): Promise<void> {
  const { id, organisation_id } = await requireCampaign(container, transfer.campaign_id)
  await continueCampaign(container, organisation_id, `campaign:${id}`)
  const job = await campaignsOf(container).arrive(transfer, (ids, waiting) => readDues(container, ids, waiting), actor_id)
  if (job) workOn(container, job)
}
