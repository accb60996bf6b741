import { decideBadge, type DesignationFacts } from "@fupin/provenance/domain/designation"
import type { MedusaContainer } from "@medusajs/framework/types"
import { graph } from "../medusa"
import { unique } from "./plans"

/** So many products at most are looked at: the directory is long and a handful is shown. */
const MOST = 100

/** Variants of certified goods (产品目录) that show a badge now, from these divisions; none named: from anywhere. */
export async function readDirectory(container: MedusaContainer, origins: string[], now: Date): Promise<string[]> {
  const from = origins.length === 0 ? {} : { $or: origins.map((code) => ({ origin_code: { $like: `${code.length > 6 ? code : code.replace(/(0000|00)$/, "")}%` } })) }
  const profiles = await graph<{ product_id: string }>(container, "product_profile", ["product_id"], { valid_to: null, ...from })
  const rows = await graph<DesignationFacts & { product_id: string }>(container, "designation", ["product_id", "number", "status", "valid_from", "valid_to"], { product_id: unique(profiles.map(({ product_id }) => product_id)), valid_to: { $gt: now } })
  const certified = rows.filter((row) => decideBadge([{ ...row, valid_from: new Date(row.valid_from), valid_to: new Date(row.valid_to) }], now) !== null)
  const product_id = unique(certified.map((row) => row.product_id)).slice(0, MOST)
  return product_id.length === 0 ? [] : (await graph<{ id: string }>(container, "product_variant", ["id"], { product_id, product: { status: "published" } })).map(({ id }) => id)
}
