import { fenFromYuan } from "@fupin/contract/money"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { Price } from "../domain/sellable"

export interface PriceContext {
  currency_code: string
  region_id: string
  customer_id?: string
}

/** The shop's prices of these price sets for a region (and customer), by price set. Those without a price are absent. */
export async function readPrices(container: MedusaContainer, priceSetIds: (string | null)[], context: PriceContext): Promise<Map<string, Price>> {
  const ids = [...new Set(priceSetIds.filter((id) => id !== null))]
  if (ids.length === 0) return new Map()
  const { currency_code, region_id, customer_id } = context
  const calculated = await container.resolve(Modules.PRICING).calculatePrices({ id: ids }, { context: { currency_code, region_id, ...(customer_id ? { customer_id } : {}) } })
  return new Map(calculated.flatMap((price) => {
    if (price.calculated_amount === null) return []
    const yuan = Number(price.calculated_amount)
    return [[price.id, { fen: fenFromYuan(yuan), yuan, tax_inclusive: price.is_calculated_price_tax_inclusive ?? false }] as const]
  }))
}
