import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { noticesOf } from "../notices"
import { unique } from "../reads/plans"
import { campaignsOf } from "./facts"

const PAGE = 200
const GONE = { first_name: "已删除", last_name: "", phone: "", address_1: "已删除", address_2: "" }

/**
 * Deletes where members live once a campaign is over: from its roster and from the orders that went to their homes, which keep the
 * county for the statistics. Repeating it changes nothing. Errors: not_found, campaign_state.
 */
export async function eraseAddresses(container: MedusaContainer, campaignId: string): Promise<void> {
  const module = campaignsOf(container)
  await module.requireOver(campaignId)
  const ids = (await module.readOrders(campaignId)).filter(({ recipient_id, state }) => recipient_id !== null && ["placed", "withdrawn"].includes(state)).map(({ id }) => id)
  const orders = container.resolve(Modules.ORDER)
  for (let at = 0; at < ids.length; at += PAGE) {
    const rows = await orders.listOrders({ id: ids.slice(at, at + PAGE) }, { select: ["id"], relations: ["shipping_address", "billing_address"], take: PAGE })
    const addresses = unique(rows.flatMap(({ shipping_address, billing_address }) => [shipping_address?.id, billing_address?.id]).filter((id) => id !== undefined))
    if (addresses.length > 0) await orders.updateOrderAddresses(addresses.map((id) => ({ id, ...GONE })))
  }
  await module.eraseAddresses(campaignId)
  await noticesOf(container).forgetMail("campaign", campaignId)
}
