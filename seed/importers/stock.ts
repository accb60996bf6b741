import { createInventoryLevelsWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { monthOf } from "../lib/calendar"
import { type ProductSeed, readProducts, skuOf } from "../lib/data"
import type { OpenStore } from "./store"

/** What lies in the warehouse. Fresh fruit out of season is shown and not sold. What is counted already stays as it is. */
export async function importStock(container: MedusaContainer, store: OpenStore, today: string): Promise<void> {
  const wanted = readProducts().flatMap((product) => product.variants.map(([, , , stock], index) => ({
    sku: skuOf(product.handle, index), stock: inSeason(product, monthOf(today)) ? stock : 0,
  })))
  const inventory = container.resolve(Modules.INVENTORY)
  const items = await inventory.listInventoryItems({ sku: wanted.map(({ sku }) => sku) }, { take: null, select: ["id", "sku"] })
  const levels = await inventory.listInventoryLevels({ location_id: store.stock_location_id }, { take: null, select: ["inventory_item_id"] })
  const counted = new Set(levels.map(({ inventory_item_id }) => inventory_item_id))
  const stockBySku = new Map(wanted.map(({ sku, stock }) => [sku, stock]))
  const missing = items.filter(({ id, sku }) => sku && stockBySku.has(sku) && !counted.has(id))
  if (missing.length === 0) return
  await createInventoryLevelsWorkflow(container).run({ input: { inventory_levels: missing.map(({ id, sku }) => ({
    inventory_item_id: id, location_id: store.stock_location_id, stocked_quantity: stockBySku.get(sku!)!,
  })) } })
}

function inSeason({ season }: ProductSeed, month: number): boolean {
  return !season || (season[0] <= month && month <= season[1])
}
