import type { CatalogueQuery } from "@fupin/contract/schemas"
import { describe, expect, it } from "vitest"
import { filtersOf, orderOf } from "./catalogue-search"

const query = (change: Partial<CatalogueQuery> = {}): CatalogueQuery => ({ sort: "recommended", offset: 0, limit: 24, ...change })

describe("the catalogue", () => {
  it("puts certified products first, at equal relevance too", () => {
    expect(Object.keys(orderOf("recommended", false))).toEqual(["designated", "created_at", "id"])
    expect(Object.keys(orderOf("recommended", true))).toEqual(["_score", "designated", "created_at", "id"])
    expect(Object.keys(orderOf("price_asc", true))).toEqual(["price_fen", "id"])
  })
  it("never leaves the shop's channels, and narrows by what is asked", () => {
    expect(filtersOf(query(), ["sc"], [])).toEqual({ sales_channels: ["sc"] })
    expect(filtersOf(query({ category: "tea", region: "422800", producer: "p" }), ["sc"], ["富硒", "茶"])).toEqual({
      sales_channels: ["sc"], categories: "tea", lineage: "422800", producer_id: "p", q: "富硒 茶",
    })
  })
})
