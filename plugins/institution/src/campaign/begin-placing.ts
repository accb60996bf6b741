import { refusal } from "@fupin/access"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { businessDay } from "../domain/business-day"
import { planCampaignOrders } from "../domain/campaign/plan-orders"
import { campaignOrderId } from "../domain/campaign/secrets"
import { orderKey } from "../keys"
import type { CampaignRow, NewOrder } from "../modules/campaign/service"
import { campaignsOf, requireCertified } from "./facts"
import { readBuyer } from "./place"
import { workOn } from "./run-job"
import { type Givings, reserveCampaign } from "./spending"

/**
 * Approval and orders. Money is reserved by the one gate of all purchases; then every order is laid down and placed in the background.
 * Nobody opens or cancels it meanwhile. Again while approved: refused orders are tried once more. Errors: conflict, campaign_state, campaign_no_buyer, pack_not_certified, those of the gate.
 */
export async function beginPlacing(container: MedusaContainer, id: string, by: string): Promise<void> {
  const module = campaignsOf(container)
  await module.exclusively(id, (campaign) => place(container, campaign, by))
}

async function place(container: MedusaContainer, campaign: CampaignRow, by: string): Promise<void> {
  const module = campaignsOf(container)
  if (campaign.state === "approved") return workOn(container, await module.retryRefused(campaign.id, by))
  if (campaign.state !== "closed") throw refusal("not_allowed", "campaign_state")
  if (!(await readBuyer(container, campaign))) throw refusal("not_allowed", "campaign_no_buyer")
  const givings = await planOrders(container, campaign)
  await reserveCampaign(container, campaign, givings, businessDay(new Date()), by)
  workOn(container, await module.approve(campaign.id, givings.orders, by))
}

async function planOrders(container: MedusaContainer, { id }: CampaignRow): Promise<Givings & { orders: NewOrder[] }> {
  const module = campaignsOf(container)
  const packs = await module.readPacks([id])
  const goods = await requireCertified(container, packs.flatMap(({ lines, taken }) => (taken > 0 ? lines.map(({ variant_id }) => variant_id) : [])), new Date())
  const givings = []
  for await (const rows of module.readRoster(id)) givings.push(...rows.map((row) => ({ id: row.id, pack_id: row.pack_id!, heads: row.heads, delivery: row.delivery!, address_sealed: row.address_sealed })))
  const planned = planCampaignOrders(givings, new Map(packs.map((pack) => [pack.id, pack.lines])), new Map([...goods].map(([variant, { seller }]) => [variant, seller!.id])))
  const key = orderKey()
  const orders = planned.map((order) => ({ ...order, id: campaignOrderId(key, id, order.recipient_id ?? "pickup", order.seller_id), campaign_id: id, kind: "gift" as const, cost_fen: 0, reason: null }))
  return { orders, homes: givings.filter(({ delivery }) => delivery === "home") }
}

const KEY = "campaign:"

/**
 * Goes on with a campaign whose last approval is there, or of which some orders were refused: `requestKey` is the key under which
 * approval was asked. What still stands in the way leaves it as it is, with its button at the desk. Again changes nothing.
 */
export async function continueCampaign(container: MedusaContainer, organisationId: string, requestKey: string): Promise<void> {
  if (!requestKey.startsWith(KEY)) return
  const [campaign] = await campaignsOf(container).readCampaigns({ ids: [requestKey.slice(KEY.length)] })
  if (campaign?.organisation_id !== organisationId) return
  if (campaign.state !== "approved" && !(await campaignsOf(container).readApproved()).some(({ id }) => id === campaign.id)) return
  try {
    await beginPlacing(container, campaign.id, campaign.created_by)
  } catch (error) {
    if (!(error instanceof MedusaError)) throw error
    container.resolve(ContainerRegistrationKeys.LOGGER).info(`campaign ${campaign.id} waits: ${error.code}`)
  }
}
