import { allowed, refusal } from "@fupin/access"
import { recordAcceptanceWorkflow } from "@fupin/benefit/workflows"
import type { CampaignStep } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { businessDay } from "../domain/business-day"
import { decideDefaults } from "../domain/campaign/decide-choice"
import { planCampaignOrders } from "../domain/campaign/plan-orders"
import { campaignOrderId } from "../domain/campaign/secrets"
import { orderKey } from "../keys"
import type { CampaignRow, NewOrder } from "../modules/campaign/service"
import { eraseAddresses } from "./erase"
import { availableReader, campaignsOf, requireCampaign, requireCertified } from "./facts"
import { readBuyer } from "./place"
import { workOn } from "./run-job"
import { releaseCampaign, reserveCampaign } from "./spending"

/** One step of a campaign's way; the same step twice is refused or goes on where it stopped. */
export async function takeStep(container: MedusaContainer, campaign: CampaignRow, { step, reason }: CampaignStep, by: string): Promise<void> {
  const module = campaignsOf(container)
  switch (step) {
    case "open": return await open(container, campaign)
    case "close": return await module.close(campaign.id, await availableReader(container))
    case "reopen": {
      await module.reopen(campaign.id)
      return await releaseCampaign(container, campaign.id)
    }
    case "place": return await place(container, campaign, by)
    case "arrive": return await arrive(container, campaign, by)
    case "finish": return await module.finish(campaign.id)
    case "erase": return await eraseAddresses(container, campaign.id)
    case "cancel": return await cancel(container, campaign, reason)
  }
}

/** Errors: campaign_incomplete, pack_default_required, pack_not_certified, campaign_state. */
async function open(container: MedusaContainer, { id }: CampaignRow): Promise<void> {
  const module = campaignsOf(container)
  const [packs, [minutes], counts] = await Promise.all([module.readPacks([id]), module.readMinutes([id]), module.readCounts([id])])
  const { members = 0, halal = 0 } = counts.get(id) ?? {}
  if (packs.length === 0 || !minutes || members === 0) throw refusal("not_allowed", "campaign_incomplete")
  allowed(decideDefaults(packs, halal > 0), "not_allowed")
  await requireCertified(container, packs.flatMap(({ lines }) => lines.map(({ variant_id }) => variant_id)), new Date())
  await module.move(id, "collecting")
}

/**
 * Approval and orders. Money is reserved by the one gate of all purchases; then every order is laid down and placed in the background.
 * Again while approved: refused orders are tried once more. Errors: campaign_state, campaign_no_buyer, pack_not_certified, those of the gate.
 */
async function place(container: MedusaContainer, campaign: CampaignRow, by: string): Promise<void> {
  const module = campaignsOf(container)
  if (campaign.state === "approved") return workOn(container, await module.retryRefused(campaign.id, by))
  if (campaign.state !== "closed") throw refusal("not_allowed", "campaign_state")
  if (!(await readBuyer(container, campaign))) throw refusal("not_allowed", "campaign_no_buyer")
  const orders = await planOrders(container, campaign)
  const total_fen = orders.reduce((sum, order) => sum + order.total_fen, 0)
  await reserveCampaign(container, campaign, total_fen, businessDay(new Date()), by)
  try {
    workOn(container, await module.approve(campaign.id, orders, by))
  } catch (error) {
    // Cancelled or opened again while the money was being reserved: it is given back.
    if (["cancelled", "collecting"].includes((await requireCampaign(container, campaign.id)).state)) await releaseCampaign(container, campaign.id)
    throw error
  }
}

async function planOrders(container: MedusaContainer, { id, delivery_mode }: CampaignRow): Promise<NewOrder[]> {
  const module = campaignsOf(container)
  const packs = await module.readPacks([id])
  const goods = await requireCertified(container, packs.flatMap(({ lines, taken }) => (taken > 0 ? lines.map(({ variant_id }) => variant_id) : [])), new Date())
  const givings = []
  for await (const rows of module.readRoster(id)) givings.push(...rows.map((row) => ({ id: row.id, pack_id: row.pack_id!, heads: row.heads })))
  const planned = planCampaignOrders(delivery_mode, givings, new Map(packs.map((pack) => [pack.id, pack.lines])), new Map([...goods].map(([variant, { seller }]) => [variant, seller!.id])))
  const key = orderKey()
  return planned.map((order) => ({ ...order, id: campaignOrderId(key, id, order.recipient_id ?? "pickup", order.seller_id), campaign_id: id, kind: "gift", cost_fen: 0, reason: null }))
}

/** The packs are there: those for collective pick-up are accepted by the union, so that their benefit becomes payable. Error: campaign_state. */
async function arrive(container: MedusaContainer, campaign: CampaignRow, by: string): Promise<void> {
  if (campaign.state !== "ordered") throw refusal("conflict", "campaign_state")
  if (campaign.delivery_mode === "pickup") {
    for (const { id } of await campaignsOf(container).readOrders(campaign.id, "gift")) {
      await recordAcceptanceWorkflow(container).run({ input: { order_id: id, source: `campaign:${campaign.id}`, accepted_at: new Date().toISOString(), actor_id: by, lines: "all" } })
    }
  }
  await campaignsOf(container).move(campaign.id, "handing_out")
}

async function cancel(container: MedusaContainer, { id }: CampaignRow, reason: string): Promise<void> {
  if (reason === "") throw refusal("invalid_data", "invalid_input", "请说明取消的原因")
  await campaignsOf(container).move(id, "cancelled", reason)
  await releaseCampaign(container, id)
}
