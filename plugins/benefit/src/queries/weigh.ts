import { refusal } from "@fupin/access"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { WeighedGoods } from "../domain/decide-linkage"
import { exactAmounts, fenInOrder } from "../domain/line-base"
import { type PricedVariant, readPricedVariants, readProductsOf } from "./read-goods"

/** What these producers sell and for how much without tax, for weighing shares against the base. */
export async function readGoods(container: MedusaContainer, producerIds: string[]): Promise<Record<string, WeighedGoods[]>> {
  const products = await readProductsOf(container, producerIds)
  const productIds = [...new Set([...products.values()].flat())]
  const variants = productIds.length === 0 ? [] : await readPricedVariants(container, { product_id: productIds })
  return Object.fromEntries(producerIds.map((producerId) => {
    const own = new Set(products.get(producerId) ?? [])
    return [producerId, variants.filter(({ product_id }) => own.has(product_id)).map((variant) =>
      ({ product_id: variant.product_id, variant_id: variant.variant_id, price_fen: baseOfOne(variant) }))]
  }))
}

/** The base of `quantity` items at today's price, or at an agreed one, in fen; null without a price. */
export function baseOf(variant: PricedVariant, quantity: number, agreed_unit_price?: string): number | null {
  const unit_price = agreed_unit_price ?? variant.unit_price
  if (unit_price === null) return null
  const { base } = exactAmounts({ quantity, unit_price, is_tax_inclusive: variant.is_tax_inclusive, tax_rate: variant.tax_rate, discounts: [] })
  return fenInOrder([base])[0]!
}

function baseOfOne(variant: PricedVariant): number | null {
  return baseOf(variant, 1)
}

/** Refuses terms that would reach back before a sale of this producer's goods. Error: linkage_touches_past_sale. */
export async function refusePastSales(container: MedusaContainer, terms: { producer_id: string; valid_from: string | Date; valid_to?: string | Date | null }[]): Promise<void> {
  const products = await readProductsOf(container, [...new Set(terms.map(({ producer_id }) => producer_id))])
  const connection = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  for (const { producer_id, valid_from, valid_to } of terms) {
    const { rows } = await connection.raw(
      `select 1 from order_line_item line join order_item item on item.item_id = line.id join "order" o on o.id = item.order_id
       where line.product_id = any(?) and o.created_at >= ? and (?::timestamptz is null or o.created_at < ?) limit 1`,
      [products.get(producer_id) ?? [], new Date(valid_from), valid_to ?? null, valid_to ?? null],
    )
    if (rows.length > 0) throw refusal("invalid_data", "linkage_touches_past_sale")
  }
}
