import { createProductsWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { OpenStore } from "../../seed/importers/store"

export interface Goods {
  product_id: string
  variant_id: string
  inventory_item_id: string
}

/** A product with one variant, priced in yuan, with that much stock. */
export async function createGoods(container: MedusaContainer, store: OpenStore, title: string, yuan: number, stock = 1000): Promise<Goods> {
  const { result } = await createProductsWorkflow(container).run({
    input: { products: [{
      title, status: "published", shipping_profile_id: store.shipping_profile_id, sales_channels: [{ id: store.sales_channel_id }],
      options: [{ title: "规格", values: ["一份"] }],
      variants: [{ title: "一份", sku: `SKU-${title}`, options: { 规格: "一份" }, manage_inventory: true, weight: 1_000, prices: [{ currency_code: "cny", amount: yuan }] }],
    }] },
  })
  const inventory = container.resolve(Modules.INVENTORY)
  const [item] = await inventory.listInventoryItems({ sku: `SKU-${title}` })
  await inventory.createInventoryLevels([{ inventory_item_id: item!.id, location_id: store.stock_location_id, stocked_quantity: stock }])
  return { product_id: result[0]!.id, variant_id: result[0]!.variants[0]!.id, inventory_item_id: item!.id }
}
