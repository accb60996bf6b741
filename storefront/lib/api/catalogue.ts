import "server-only"
import { Catalogue, type CatalogueQuery } from "@fupin/contract/schemas"
import { request } from "./request"

export const PAGE_SIZE = 24

/** Products as cards, in an order that holds over all pages, with what could be chosen next. */
export function getCatalogue(query: Partial<CatalogueQuery>): Promise<Catalogue> {
  return request("/store/catalogue", Catalogue, { query })
}
