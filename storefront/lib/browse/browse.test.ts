import { describe, expect, it } from "vitest"
import { browseHref, pageNumbers, readBrowse } from "./browse"

describe("what a visitor chose on a list", () => {
  it("reads an address and writes it again", () => {
    const browse = readBrowse({ q: " 巫溪 洋芋 ", category: "茶", region: "500238", sort: "price_asc", page: "3" })
    expect(browse).toEqual({ q: "巫溪 洋芋", category: "茶", region: "500238", sort: "price_asc", page: 3 })
    expect(Object.fromEntries(new URLSearchParams(browseHref("/search", browse, { page: 3 }).split("?")[1]))).toEqual({ q: "巫溪 洋芋", category: "茶", region: "500238", sort: "price_asc", page: "3" })
  })

  it.each([
    [{ page: "0" }], [{ page: "-1" }], [{ page: "1.5" }], [{ page: "1e9" }], [{ page: "x" }], [{ sort: "constructor" }], [{ region: "5002" }], [{ region: "50023a" }], [{}],
  ])("leaves out nonsense: %o", (params) => {
    expect(readBrowse(params)).toEqual({ q: "", category: null, region: null, sort: "recommended", page: 1 })
  })

  it("takes the first of repeated values and bounds a long one", () => {
    expect(readBrowse({ q: ["茶", "米"] }).q).toBe("茶")
    expect(readBrowse({ q: "茶".repeat(500) }).q).toHaveLength(80)
  })

  it("goes back to the first page when anything else changes", () => {
    const browse = readBrowse({ page: "3", sort: "newest" })
    expect(browseHref("/products", browse, { sort: "recommended" })).toBe("/products")
    expect(browseHref("/products", browse, { page: 2 })).toBe("/products?sort=newest&page=2")
  })

  it.each([
    [1, 1, [1]], [1, 3, [1, 2, 3]], [5, 9, [1, null, 4, 5, 6, null, 9]], [9, 9, [1, null, 8, 9]],
  ])("offers pages near %i of %i", (page, pages, offered) => {
    expect(pageNumbers(page, pages)).toEqual(offered)
  })
})
