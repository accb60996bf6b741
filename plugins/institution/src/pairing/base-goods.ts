import { regionContains } from "@fupin/access"
import type { BaseChoices } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { GrownGoods } from "../domain/pairing/decide-base"
import { graph } from "../medusa"
import { unique } from "../reads/plans"

interface ProfileRow extends GrownGoods { valid_from: Date | string; valid_to: Date | string | null }

/** Who sells these goods, or those of these producers, at a moment, and where they are from. */
export async function readGrownGoods(container: MedusaContainer, where: { product_id: string[] } | { producer_id: string[] }, moment: Date): Promise<GrownGoods[]> {
  if (Object.values(where).flat().length === 0) return []
  const rows = await graph<ProfileRow>(container, "product_profile", ["product_id", "producer_id", "origin_code", "valid_from", "valid_to"], where)
  return rows.filter(({ valid_from, valid_to }) => new Date(valid_from) <= moment && (valid_to === null || new Date(valid_to) > moment))
}

/** The producers whose goods are from a place, with those goods; what a base there may name. */
export async function readBaseChoices(container: MedusaContainer, region_code: string, moment: Date): Promise<BaseChoices> {
  const near = await graph<{ id: string; name: string }>(container, "producer", ["id", "name"], { region_code: { $like: `${region_code.slice(0, 6)}%` } })
  const grown = (await readGrownGoods(container, { producer_id: near.map(({ id }) => id) }, moment)).filter(({ origin_code }) => regionContains(origin_code, region_code) || regionContains(region_code, origin_code))
  const products = await graph<{ id: string; title: string; status: string }>(container, "product", ["id", "title", "status"], { id: unique(grown.map(({ product_id }) => product_id)), status: "published" })
  const titles = new Map(products.map(({ id, title }) => [id, title]))
  const goodsOf = (id: string) => grown.filter(({ producer_id, product_id }) => producer_id === id && titles.has(product_id)).map(({ product_id }) => ({ id: product_id, title: titles.get(product_id)! }))
  return { producers: near.map(({ id, name }) => ({ id, name, products: goodsOf(id) })).filter((producer) => producer.products.length > 0) }
}
