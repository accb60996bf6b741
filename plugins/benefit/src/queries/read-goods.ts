import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules, QueryContext } from "@medusajs/framework/utils"
import { coversMoment } from "../domain/linkage"
import { readProfiles } from "./read-profiles"

/** A variant as it is sold today: its price in yuan and the tax that lies in it. */
export interface PricedVariant {
  variant_id: string
  product_id: string
  is_published: boolean
  unit_price: string | null
  is_tax_inclusive: boolean
  /** Sum of the rates in percent: "9". */
  tax_rate: string
}

/** Variants with today's price and tax. Two queries, however many; unknown ids are absent. */
export async function readPricedVariants(container: MedusaContainer, filters: { id: string[] } | { product_id: string[] }): Promise<PricedVariant[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "variant",
    fields: ["id", "product_id", "product.status", "calculated_price.*"],
    filters,
    context: { calculated_price: QueryContext({ currency_code: "cny" }) },
  })
  const rates = await readTaxRates(container, data.map(({ id, product_id, calculated_price }) =>
    ({ id, product_id: product_id ?? "", unit_price: calculated_price?.calculated_amount ?? 0, quantity: 1, currency_code: "cny" })))
  return data.map(({ id, product_id, product, calculated_price }) => ({
    variant_id: id,
    product_id: product_id ?? "",
    is_published: product?.status === "published",
    unit_price: calculated_price?.calculated_amount == null ? null : String(calculated_price.calculated_amount),
    is_tax_inclusive: calculated_price?.is_calculated_price_tax_inclusive ?? false,
    tax_rate: String(rates.get(id) ?? 0),
  }))
}

async function readTaxRates(container: MedusaContainer, items: { id: string; product_id: string; unit_price: number; quantity: number; currency_code: string }[]): Promise<Map<string, number>> {
  const rates = new Map<string, number>()
  if (items.length === 0) return rates
  const lines = await container.resolve(Modules.TAX).getTaxLines(items, { address: { country_code: "cn" } })
  for (const line of lines) if ("line_item_id" in line) rates.set(line.line_item_id, (rates.get(line.line_item_id) ?? 0) + line.rate)
  return rates
}

/** Who sells these products at `at`: product id → producer id. One query. */
export async function readProducersOf(container: MedusaContainer, productIds: string[], at: Date): Promise<Map<string, string>> {
  const profiles = await readProfiles(container, productIds)
  return new Map(profiles.filter(({ valid_from, valid_to }) => coversMoment(valid_from, valid_to, at)).map(({ product_id, producer_id }) => [product_id, producer_id]))
}

/** Every product these producers sell or sold: producer id → product ids. One query. */
export async function readProductsOf(container: MedusaContainer, producerIds: string[]): Promise<Map<string, string[]>> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "product_profile", fields: ["product_id", "producer_id"], filters: { producer_id: producerIds } })
  const products = new Map<string, string[]>()
  for (const { product_id, producer_id } of data) products.set(producer_id, [...(products.get(producer_id) ?? []), product_id])
  return products
}
