import type { CatalogueQuery } from "@fupin/contract/schemas"

export type SearchParams = Record<string, string | string[] | undefined>

/** What a visitor chose on a list of products. */
export interface Browse {
  q: string
  category: string | null
  region: string | null
  sort: CatalogueQuery["sort"]
  page: number
}

export const SORTS: readonly { sort: Browse["sort"]; name: string }[] = [
  { sort: "recommended", name: "推荐" },
  { sort: "newest", name: "新上架" },
  { sort: "price_asc", name: "价格从低到高" },
  { sort: "price_desc", name: "价格从高到低" },
]

const PAGE_MAX = 400

/** Reads an address's query; what makes no sense is left out rather than refused. */
export function readBrowse(params: SearchParams): Browse {
  const page = Number(one(params.page))
  const sort = SORTS.find((choice) => choice.sort === one(params.sort))?.sort ?? "recommended"
  const region = one(params.region)
  return {
    q: one(params.q).trim().slice(0, 80),
    category: one(params.category).slice(0, 120) || null,
    region: /^\d{6}(\d{3}(\d{3})?)?$/.test(region) ? region : null,
    sort,
    page: Number.isInteger(page) && page >= 1 && page <= PAGE_MAX ? page : 1,
  }
}

/** The address of a list with some choices changed. Any change but of the page goes back to the first. */
export function browseHref(base: string, browse: Browse, change: Partial<Browse>): string {
  const next = { ...browse, page: 1, ...change }
  const query = new URLSearchParams()
  if (next.q) query.set("q", next.q)
  if (next.category) query.set("category", next.category)
  if (next.region) query.set("region", next.region)
  if (next.sort !== "recommended") query.set("sort", next.sort)
  if (next.page > 1) query.set("page", String(next.page))
  const text = query.toString()
  return text === "" ? base : `${base}?${text}`
}

/** Page numbers to offer: the first, the last and those near the current one; null is a gap. */
export function pageNumbers(page: number, pages: number): (number | null)[] {
  const near = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages)
  const sorted = [...new Set(near)].sort((a, b) => a - b)
  return sorted.flatMap((number, index) => (index > 0 && number - sorted[index - 1]! > 1 ? [null, number] : [number]))
}

function one(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? ""
}
