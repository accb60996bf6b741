import { regionContains } from "@fupin/access"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { OfferedGoods } from "../domain/demand/decide-demand"
import { graph } from "../medusa"
import { readCertified } from "../reads/certified"
import { readGoodsWithSellers } from "../reads/goods"

/** Who sells these goods now, whether their designation is in force, and whether they come from where they are asked; by variant. */
export async function readOfferedGoods(container: MedusaContainer, variantIds: string[], originCode: string | null, now: Date): Promise<Map<string, OfferedGoods>> {
  const goods = await readGoodsWithSellers(container, variantIds, now)
  const certified = await readCertified(container, variantIds, now)
  const profiles = await graph<{ product_id: string; origin_code: string; valid_from: Date | string; valid_to: Date | string | null }>(
    container, "product_profile", ["product_id", "origin_code", "valid_from", "valid_to"], { product_id: [...goods.values()].map(({ product_id }) => product_id) })
  const inForce = profiles.filter(({ valid_from, valid_to }) => new Date(valid_from) <= now && (valid_to === null || new Date(valid_to) > now))
  const origins = new Map(inForce.map(({ product_id, origin_code }) => [product_id, origin_code]))
  return new Map([...goods].map(([id, { seller, product_id, weight_grams }]) => {
    const origin = origins.get(product_id)
    return [id, { producer_id: seller?.id ?? null, is_certified: certified.has(id), is_from_there: originCode === null || (origin !== undefined && regionContains(originCode, origin)), weight_grams }]
  }))
}
