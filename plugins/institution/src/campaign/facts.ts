import { refusal } from "@fupin/access"
import { decideBadge } from "@fupin/provenance/domain/designation"
import type { PackGoods } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { z } from "zod"
import { graph } from "../medusa"
import { CAMPAIGN_MODULE, type CampaignModuleService } from "../modules/campaign"
import type { ReadAvailable } from "../modules/campaign/choices"
import type { CampaignRow, PackRow } from "../modules/campaign/rows"
import { readShop } from "../reads/shop"
import { readGoodsWithSellers } from "../reads/goods"
import { readAvailableOn } from "../reads/stock"
import { componentsOf } from "../modules/campaign/rows"

export const campaignsOf = (container: MedusaContainer): CampaignModuleService => container.resolve(CAMPAIGN_MODULE)

/** Error: not_found. */
export async function requireCampaign(container: MedusaContainer, id: string): Promise<CampaignRow> {
  const [row] = await campaignsOf(container).readCampaigns({ ids: [id] })
  if (!row) throw refusal("not_found", "not_found")
  return row
}

/** What the shop can still promise of variants in its own channel, asked within any transaction. */
export async function availableReader(container: MedusaContainer): Promise<ReadAvailable> {
  const { sales_channel_id } = await readShop(container)
  return async (connection, variantIds) => await readAvailableOn(connection, sales_channel_id, variantIds, [])
}

type Shown = z.infer<typeof PackGoods>
type Designation = Parameters<typeof decideBadge>[0][number] & { product_id: string }

/** Goods by variant with their seller and the designation in force; variants that are gone are absent. */
export async function readCertified(container: MedusaContainer, variantIds: string[], now: Date): Promise<Map<string, Omit<Shown, "quantity">>> {
  const goods = await readGoodsWithSellers(container, variantIds, now)
  const products = [...new Set([...goods.values()].map(({ product_id }) => product_id))]
  const rows = products.length === 0 ? [] : await graph<Designation>(container, "designation", ["product_id", "number", "status", "valid_from", "valid_to"], { product_id: products })
  const designations = rows.map((row) => ({ ...row, valid_from: new Date(row.valid_from), valid_to: new Date(row.valid_to) }))
  return new Map([...goods].map(([id, { product_id, ...shown }]) => {
    const badge = decideBadge(designations.filter((one) => one.product_id === product_id), now)
    return [id, { variant_id: id, title: shown.title, specification: shown.specification, thumbnail: shown.thumbnail, handle: shown.handle, seller: shown.seller, designation: badge?.number ?? null }]
  }))
}

/** Refuses packs with a component that is gone, has no seller or no valid designation now. Error: pack_not_certified. */
export async function requireCertified(container: MedusaContainer, variantIds: string[], now: Date): Promise<Map<string, Omit<Shown, "quantity">>> {
  const goods = await readCertified(container, variantIds, now)
  for (const id of variantIds) {
    const one = goods.get(id)
    if (!one) throw refusal("invalid_data", "unknown_variant")
    if (one.designation === null || one.seller === null) throw refusal("not_allowed", "pack_not_certified", `“${one.title} ${one.specification}”没有有效的产品认定，请更换商品`)
  }
  return goods
}

export function goodsOf(pack: PackRow, goods: ReadonlyMap<string, Omit<Shown, "quantity">>): Shown[] {
  return componentsOf(pack.lines).map(({ variant_id, quantity }) => ({
    ...(goods.get(variant_id) ?? { variant_id, title: "商品已下架", specification: "", thumbnail: null, handle: "", seller: null, designation: null }), quantity,
  }))
}
