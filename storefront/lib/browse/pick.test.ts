import type { CatalogueProduct } from "@fupin/contract/schemas"
import { describe, expect, it } from "vitest"
import { pickOfTheDay, pickVaried } from "./pick"

const product = (id: string, code: string, change: Partial<CatalogueProduct> = {}): CatalogueProduct => ({
  id, handle: id, title: id, subtitle: null, thumbnail: "a.webp", variant_id: id, specification: "", price_fen: 100, in_stock: true,
  origin: { code, path: [] }, designation: { number: "1", valid_to: "2027-01-01" }, producer: null, households: 1, ...change,
})
const ids = (products: CatalogueProduct[]) => products.map(({ id }) => id)

describe("what the home page shows", () => {
  it("takes one of each county before a second of any", () => {
    const shelf = [product("a", "500238101"), product("b", "500238102"), product("c", "430971"), product("d", "422801")]
    expect(ids(pickVaried(shelf, 3))).toEqual(["a", "c", "d"])
    expect(ids(pickVaried(shelf, 2))).toEqual(["a", "c"])
    expect(ids(pickVaried(shelf, 1))).toEqual(["a"])
    expect(ids(pickVaried(shelf, 9))).toEqual(["a", "c", "d", "b"])
  })

  it("changes the product of the day at midnight in Shanghai", () => {
    const shelf = [product("a", "500238"), product("b", "430971")]
    const before = pickOfTheDay(shelf, new Date("2026-11-21T15:59:59Z"))
    const after = pickOfTheDay(shelf, new Date("2026-11-21T16:00:00Z"))
    expect(before?.id).not.toBe(after?.id)
  })

  it("never features what cannot be bought or has no badge, while there is another", () => {
    const shelf = [product("sold out", "1", { in_stock: false }), product("expired", "2", { designation: null }), product("fit", "3")]
    for (const day of ["2026-11-21", "2026-11-22", "2026-11-23"]) expect(pickOfTheDay(shelf, new Date(day))?.id).toBe("fit")
    expect(pickOfTheDay([], new Date("2026-11-21"))).toBeNull()
  })
})
