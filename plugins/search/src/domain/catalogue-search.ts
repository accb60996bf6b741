import type { CatalogueQuery } from "@fupin/contract/schemas"

type Order = Record<string, "ASC" | "DESC">

const SORTS: Record<CatalogueQuery["sort"], Order> = {
  recommended: { designated: "DESC", created_at: "DESC", id: "ASC" },
  newest: { created_at: "DESC", id: "ASC" },
  price_asc: { price_fen: "ASC", id: "ASC" },
  price_desc: { price_fen: "DESC", id: "ASC" },
}

/** The order of all matching products. What was searched for comes by relevance, at equal relevance certified first (R22). */
export function orderOf(sort: CatalogueQuery["sort"], searching: boolean): Order {
  return sort === "recommended" && searching ? { _score: "DESC", ...SORTS.recommended } : SORTS[sort]
}

/** How a query narrows the index, within the sales channels of the shop that asks. */
export function filtersOf(query: CatalogueQuery, salesChannelIds: string[], terms: string[]): Record<string, string | string[]> {
  return {
    sales_channels: salesChannelIds,
    ...(query.category ? { categories: query.category } : {}),
    ...(query.region ? { lineage: query.region } : {}),
    ...(query.producer ? { producer_id: query.producer } : {}),
    ...(terms.length > 0 ? { q: terms.join(" ") } : {}),
  }
}
