import type { MedusaContainer } from "@medusajs/framework/types"
import { graph } from "../medusa"

export interface Seller {
  id: string
  name: string
}

export interface Goods {
  variant_id: string
  product_id: string
  handle: string
  title: string
  specification: string
  thumbnail: string | null
  /** What one of it weighs; null: nobody said. */
  weight_grams: number | null
}

interface VariantRow {
  id: string
  title: string
  weight: number | null
  thumbnail: string | null
  product: { id: string; handle: string; title: string; thumbnail: string | null; status: string } | null
}

interface ProfileRow {
  product_id: string
  valid_from: Date | string
  valid_to: Date | string | null
  producer: Seller
}

/** What people see of goods, by variant; variants that are gone are absent. */
export async function readGoods(container: MedusaContainer, variantIds: string[]): Promise<Map<string, Goods>> {
  const ids = [...new Set(variantIds)]
  if (ids.length === 0) return new Map()
  const rows = await graph<VariantRow>(container, "product_variant", ["id", "title", "weight", "thumbnail", "product.id", "product.handle", "product.title", "product.thumbnail", "product.status"], { id: ids })
  return new Map(rows.flatMap(({ id, title, weight, thumbnail, product }) => product
    ? [[id, { variant_id: id, product_id: product.id, handle: product.handle, title: product.title, specification: title, thumbnail: thumbnail ?? product.thumbnail, weight_grams: weight }] as const]
    : []))
}

/** Who sells each product at a moment, by product. */
export async function readSellers(container: MedusaContainer, productIds: string[], moment: Date): Promise<Map<string, Seller>> {
  const ids = [...new Set(productIds)]
  if (ids.length === 0) return new Map()
  const rows = await graph<ProfileRow>(container, "product_profile", ["product_id", "valid_from", "valid_to", "producer.id", "producer.name"], { product_id: ids })
  const inForce = rows.filter(({ valid_from, valid_to }) => new Date(valid_from) <= moment && (valid_to === null || new Date(valid_to) > moment))
  return new Map(inForce.map(({ product_id, producer }) => [product_id, { id: producer.id, name: producer.name }]))
}

/** Goods with who sells them. */
export async function readGoodsWithSellers(container: MedusaContainer, variantIds: string[], moment: Date): Promise<Map<string, Goods & { seller: Seller | null }>> {
  const goods = await readGoods(container, variantIds)
  const sellers = await readSellers(container, [...goods.values()].map(({ product_id }) => product_id), moment)
  return new Map([...goods].map(([id, one]) => [id, { ...one, seller: sellers.get(one.product_id) ?? null }]))
}

/** How goods that are no longer in the shop are shown. */
export const goneGoods = (variant_id: string): Goods => ({ variant_id, product_id: "", handle: "", title: "商品已下架", specification: "", thumbnail: null, weight_grams: null })
