import { describe, expect, it } from "vitest"
import { fenFromYuan, fenOfQuantity, formatFen, kilogramFen, yuanFromFen } from "./money"

describe("a price per tonne", () => {
  it.each([[234_000, 234], [1_000, 1], [234_500, null], [999, null], [0, 0]])("of %i fen is %s a kilogram", (tonne, kilogram) => expect(kilogramFen(tonne)).toBe(kilogram))
})

describe("fen and yuan", () => {
  it.each([
    [12.5, 1250], ["12.5", 1250], [2.0979, 210], [2.0949, 209], [0.005, 1], [1.005, 101], [-1.005, -101],
    [0.1 + 0.2, 30], [0, 0], [-0.001, 0], ["1234567890.12", 123456789012], [1e-7, 0],
  ])("reads %s yuan as %s fen", (yuan, fen) => expect(fenFromYuan(yuan)).toBe(fen))

  it.each(["", "abc", "1e3", "1.2.3", NaN, Infinity])("refuses %s", (bad) =>
    expect(() => fenFromYuan(bad)).toThrow(RangeError))

  it.each([[1860, "18.60"], [5, "0.05"], [-123456789, "-1,234,567.89"]])("writes %s as %s", (fen, text) =>
    expect(formatFen(fen)).toBe(text))

  it.each([[8, 3600, 28_800], [9.876, 480, 4740], [1.125, 100, 113], [0.005, 100, 1], [0.004, 100, 0], [2.675, 1000, 2675], [-1.125, 100, -113], [9999, 100_000_000, 999_900_000_000]])("%s at %s fen come to %s", (quantity, price, fen) =>
    expect(fenOfQuantity(quantity, price)).toBe(fen))

  it("goes back to Medusa's decimals", () => expect(yuanFromFen(1250)).toBe(12.5))
})
