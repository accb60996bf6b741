import type { MedusaContainer } from "@medusajs/framework/types"
import type { LinkageInForce } from "../domain/linkage"
import type { OrderFacts } from "../domain/order-facts"
import { saleSource } from "../domain/sale-source"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../modules/household"
import type { ResolveLinkages } from "../modules/ledger/service"
import { profileAt, readProfiles } from "../queries/read-profiles"
import { readSellerFacts } from "../queries/read-seller-facts"

/** Says of each line who sold it when the order was placed and what kind of sale that is, and reads the linkages of those producers: four queries a batch. */
export function resolveLinkages(container: MedusaContainer): ResolveLinkages {
  return async (orders) => {
    if (orders.length === 0) return { orders, linkages: [] }
    const profiles = await readProfiles(container, orders.flatMap(({ lines }) => lines.flatMap(({ product_id }) => product_id ?? [])))
    const sellerOf = await readSellerFacts(container, profiles)
    const sold = orders.map((order) => ({ ...order, lines: order.lines.map((line) => {
      const profile = profileAt(profiles, line.product_id, order.placed_at)
      return { ...line, producer_id: profile?.producer_id ?? null, source: saleSource(profile && sellerOf(profile), order.placed_at) }
    }) }))
    return { orders: sold, linkages: await readLinkages(container, sold) }
  }
}

async function readLinkages(container: MedusaContainer, orders: OrderFacts[]): Promise<LinkageInForce[]> {
  const producers = [...new Set(orders.flatMap(({ lines }) => lines.flatMap(({ producer_id }) => producer_id ?? [])))].sort()
  if (producers.length === 0) return []
  const times = orders.map(({ placed_at }) => placed_at.getTime())
  const households = container.resolve<HouseholdModuleService>(HOUSEHOLD_MODULE)
  return await households.readLinkagesInForce(producers, new Date(Math.min(...times)), new Date(Math.max(...times)))
}
