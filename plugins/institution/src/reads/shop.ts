import type { MedusaContainer } from "@medusajs/framework/types"
import { graph } from "../medusa"

export interface ShopFacts {
  region_id: string
  sales_channel_id: string
}

/** Region and channel in which standing orders are placed: the store's own. */
export async function readShop(container: MedusaContainer): Promise<ShopFacts> {
  const [store] = await graph<{ default_region_id: string; default_sales_channel_id: string }>(container, "store", ["default_region_id", "default_sales_channel_id"], {})
  if (!store?.default_region_id || !store.default_sales_channel_id) throw new Error("the store has no default region or sales channel")
  return { region_id: store.default_region_id, sales_channel_id: store.default_sales_channel_id }
}
