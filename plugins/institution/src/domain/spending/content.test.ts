import fc from "fast-check"
import { expect, it } from "vitest"
import { type ContentLine, contentHash, mergeContent } from "./content"

const line = fc.record({ variant_id: fc.constantFrom("a", "b", "c", "d"), quantity: fc.integer({ min: 0, max: 9 }), unit_price_fen: fc.constantFrom(100, 250) })
const pieces = (lines: ContentLine[]) => Object.fromEntries(["a", "b", "c", "d"].map((id) => [id, lines.filter(({ variant_id }) => variant_id === id).reduce((sum, { quantity }) => sum + quantity, 0)]))

it("two contents are the same exactly when they ask for as many pieces of every article, whatever the order, the prices and the spreading; elsewhere it is another content", () => {
  fc.assert(fc.property(fc.array(line, { maxLength: 8 }), fc.array(line, { maxLength: 8 }), (one, other) => {
    expect(contentHash(one) === contentHash(other)).toBe(JSON.stringify(pieces(one)) === JSON.stringify(pieces(other)))
    expect(contentHash([...one].reverse(), "500112 翠溪路18号")).toBe(contentHash(one, "500112 翠溪路18号"))
    expect(contentHash(mergeContent(one))).toBe(contentHash(one))
    expect(new Set([undefined, "", "500112 翠溪路18号", "500112 翠溪路19号"].map((place) => contentHash(one, place))).size).toBe(4)
    const money = (lines: ContentLine[]) => lines.reduce((sum, { quantity, unit_price_fen }) => sum + quantity * unit_price_fen, 0)
    expect(money(mergeContent(one))).toBe(money(one))
  }))
})
