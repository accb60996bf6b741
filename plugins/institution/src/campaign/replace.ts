import { refusal } from "@fupin/access"
import type { ReplacementInput } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { planCampaignOrders } from "../domain/campaign/plan-orders"
import { campaignOrderId } from "../domain/campaign/secrets"
import { orderKey } from "../keys"
import type { CampaignRow, NewOrder } from "../modules/campaign/service"
import { campaignsOf, readCertified } from "./facts"
import { placeRows } from "./place"

/**
 * Spoiled on arrival: the same goods once more from the same sellers, free of charge; what they cost is recorded as borne by the
 * producer. Errors: not_found, unknown_pack, not_handed_out_yet, already_replaced, out_of_stock.
 */
export async function replacePack(container: MedusaContainer, campaign: CampaignRow, { recipient_id, reason, variant_ids }: ReplacementInput): Promise<void> {
  const module = campaignsOf(container)
  const [member] = await module.readRecipients({ ids: [recipient_id] })
  if (member?.campaign_id !== campaign.id) throw refusal("not_found", "not_found")
  const pack = (await module.readPacks([campaign.id])).find(({ id }) => id === member.pack_id)
  const lines = (pack?.lines ?? []).filter(({ variant_id }) => variant_ids.length === 0 || variant_ids.includes(variant_id))
  if (!pack || lines.length === 0) throw refusal("invalid_data", "unknown_pack")
  const goods = await readCertified(container, lines.map(({ variant_id }) => variant_id), new Date())
  const sellers = new Map([...goods].flatMap(([id, { seller }]) => (seller ? [[id, seller.id] as const] : [])))
  const planned = planCampaignOrders([{ id: member.id, pack_id: pack.id, heads: member.heads, delivery: "home" }], new Map([[pack.id, lines]]), sellers)
  const orders = planned.map((order): NewOrder => ({
    ...order, id: campaignOrderId(orderKey(), campaign.id, member.id, order.seller_id, "replacement"), campaign_id: campaign.id, kind: "replacement", reason,
    cost_fen: order.total_fen, total_fen: 0, items: order.items.map((item) => ({ ...item, unit_price_fen: 0 })),
  }))
  await module.layReplacement(campaign.id, member.id, orders)
  const laid = (await module.readOrders(campaign.id, "replacement")).filter((order) => order.recipient_id === member.id)
  const results = await placeRows(container, campaign.id, laid)
  await module.recordPlaced(results)
  const refused = results.find(({ error }) => error !== null)
  if (refused) throw refusal("conflict", "out_of_stock", refused.error!)
}
