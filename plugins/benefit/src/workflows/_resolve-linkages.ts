import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { coversMoment, type LinkageInForce } from "../domain/linkage"
import type { OrderFacts } from "../domain/order-facts"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../modules/household"
import type { ResolveLinkages } from "../modules/ledger/service"

interface Profile {
  product_id: string
  producer_id: string
  valid_from: Date
  valid_to: Date | null
}

/** Says of each line who sold it when the order was placed, and reads the linkages of those producers: two queries a batch. */
export function resolveLinkages(container: MedusaContainer): ResolveLinkages {
  return async (orders) => {
    if (orders.length === 0) return { orders, linkages: [] }
    const profiles = await readProfiles(container, [...new Set(orders.flatMap(({ lines }) => lines.flatMap(({ product_id }) => product_id ?? [])))])
    const sold = orders.map((order) => ({ ...order, lines: order.lines.map((line) => ({ ...line, producer_id: producerAt(profiles, line.product_id, order.placed_at) })) }))
    return { orders: sold, linkages: await readLinkages(container, sold) }
  }
}

async function readProfiles(container: MedusaContainer, productIds: string[]): Promise<Profile[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "product_profile", fields: ["product_id", "producer_id", "valid_from", "valid_to"], filters: { product_id: productIds } })
  return data.map(({ product_id, producer_id, valid_from, valid_to }) =>
    ({ product_id, producer_id, valid_from: new Date(valid_from), valid_to: valid_to === null ? null : new Date(valid_to) }))
}

function producerAt(profiles: Profile[], productId: string | null, at: Date): string | null {
  return profiles.find((profile) => profile.product_id === productId && coversMoment(profile.valid_from, profile.valid_to, at))?.producer_id ?? null
}

async function readLinkages(container: MedusaContainer, orders: OrderFacts[]): Promise<LinkageInForce[]> {
  const producers = [...new Set(orders.flatMap(({ lines }) => lines.flatMap(({ producer_id }) => producer_id ?? [])))].sort()
  if (producers.length === 0) return []
  const times = orders.map(({ placed_at }) => placed_at.getTime())
  const households = container.resolve<HouseholdModuleService>(HOUSEHOLD_MODULE)
  return await households.readLinkagesInForce(producers, new Date(Math.min(...times)), new Date(Math.max(...times)))
}
