import { decideBadge, decideSale, type DesignationFacts } from "@fupin/provenance/domain/designation"
import type { MedusaContainer } from "@medusajs/framework/types"
import { graph } from "../medusa"
import { type Goods, readGoods } from "./goods"

type Designation = DesignationFacts & { product_id: string }

/** The designations of these goods, by product. */
export async function readDesignations(container: MedusaContainer, goods: Iterable<Pick<Goods, "product_id">>): Promise<Map<string, Designation[]>> {
  const product_id = [...new Set([...goods].map((one) => one.product_id))]
  const rows = product_id.length === 0 ? [] : await graph<Designation>(container, "designation", ["product_id", "number", "status", "valid_from", "valid_to"], { product_id })
  const byProduct = new Map<string, Designation[]>()
  for (const row of rows) byProduct.set(row.product_id, [...(byProduct.get(row.product_id) ?? []), { ...row, valid_from: new Date(row.valid_from), valid_to: new Date(row.valid_to) }])
  return byProduct
}

/** Why goods may not be sold at a moment, or null. */
export function stoppedBecause(designations: Designation[], moment: Date): string | null {
  const sale = decideSale(designations, moment)
  return sale.ok ? null : sale.message
}

/** Those of these variants that show a badge at this moment: only they may stand in for others. */
export async function readCertified(container: MedusaContainer, variantIds: string[], moment: Date): Promise<Set<string>> {
  const goods = await readGoods(container, variantIds)
  const designations = await readDesignations(container, goods.values())
  return new Set([...goods].filter(([, { product_id }]) => decideBadge(designations.get(product_id) ?? [], moment) !== null).map(([id]) => id))
}
