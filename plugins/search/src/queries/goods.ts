import { decideBadge } from "@fupin/provenance/domain/designation"
import { holdsAt } from "@fupin/provenance/domain/moment"
import { lineageOf } from "@fupin/provenance/domain/region"
import { QueryContext } from "@medusajs/framework/utils"
import { type DesignationRow, type Graph, type ProductRow, type ProfileRow, readRows, type VariantRow } from "../medusa"

/** A product with what is known of it at one moment. */
export interface Goods {
  product: ProductRow
  profile: ProfileRow | null
  badge: DesignationRow | null
  /** Its cheapest variant with a price in yuan. */
  offer: VariantRow | null
}

const PRODUCT_FIELDS = [
  "id", "handle", "title", "subtitle", "description", "thumbnail", "status", "created_at", "tags.value", "sales_channels.id",
  "categories.handle", "categories.name", "categories.parent_category.handle", "categories.parent_category.name",
  "variants.id", "variants.title", "variants.manage_inventory", "variants.allow_backorder", "variants.calculated_price.*",
]

/** Reads products by id in a number of queries that does not depend on how many there are. */
export async function readGoods(query: Graph, ids: string[], now: Date): Promise<Goods[]> {
  const context = { variants: { calculated_price: QueryContext({ currency_code: "cny" }) } }
  const [products, profiles, designations] = await Promise.all([
    readRows<ProductRow>(query, "product", PRODUCT_FIELDS, { id: ids }, { context }),
    readRows<ProfileRow>(query, "product_profile", ["product_id", "origin_code", "valid_from", "valid_to", "producer.*"], { product_id: ids }),
    readRows<DesignationRow>(query, "designation", ["number", "product_id", "status", "valid_from", "valid_to"], { product_id: ids }),
  ])
  return products.map((product) => ({
    product,
    profile: profiles.find((profile) => profile.product_id === product.id && holdsAt(profile, now)) ?? null,
    badge: decideBadge(designations.filter(({ product_id }) => product_id === product.id), now),
    offer: cheapest(product.variants),
  }))
}

function cheapest(variants: VariantRow[]): VariantRow | null {
  const priced = variants.filter(({ calculated_price }) => calculated_price !== null && calculated_price !== undefined)
  return priced.reduce<VariantRow | null>((best, one) => (best === null || one.calculated_price!.calculated_amount < best.calculated_price!.calculated_amount ? one : best), null)
}

/** Names of divisions and of everything above them. One query. */
export async function readPlaces(query: Graph, codes: string[]): Promise<Map<string, string>> {
  const lineage = [...new Set(codes.flatMap(lineageOf))]
  if (lineage.length === 0) return new Map()
  const rows = await readRows<{ code: string; name: string }>(query, "division", ["code", "name"], { code: lineage })
  return new Map(rows.map(({ code, name }) => [code, name]))
}

/** From the province down. */
export const pathOf = (code: string, places: Map<string, string>): string[] => lineageOf(code).flatMap((above) => places.get(above) ?? [])
