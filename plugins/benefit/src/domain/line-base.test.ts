import { describe, expect, it } from "vitest"
import { exactAmounts, fenInOrder, fenOfSum } from "./line-base"
import type { Discount, Terms } from "./order-facts"

const terms = (more: Partial<Terms>): Terms => ({ quantity: 1, unit_price: "100", is_tax_inclusive: true, tax_rate: "0", discounts: [], ...more })
const off = (amount: string, borne_by: Discount["borne_by"] = "producer", is_tax_inclusive = true): Discount => ({ amount, borne_by, is_tax_inclusive })
const fen = (more: Partial<Terms>) => {
  const { total, base } = exactAmounts(terms(more))
  return [fenInOrder([total])[0], fenInOrder([base])[0]]
}

describe("what the buyer pays and what the base is", () => {
  it.each<[string, Partial<Terms>, number[]]>([
    ["no tax: the same", { quantity: 3, unit_price: "39.9" }, [11_970, 11_970]],
    ["tax inside: the base is without it", { unit_price: "109", tax_rate: "9" }, [10_900, 10_000]],
    ["tax on top", { is_tax_inclusive: false, tax_rate: "9" }, [10_900, 10_000]],
    ["a discount of the producer lowers both", { discounts: [off("10")] }, [9_000, 9_000]],
    ["a discount that another bears lowers the price alone", { discounts: [off("10", "other")] }, [9_000, 10_000]],
    ["each with its own", { unit_price: "109", tax_rate: "9", discounts: [off("10.9"), off("21.8", "other")] }, [7_630, 9_000]],
    ["a discount without tax on a price with tax", { unit_price: "109", tax_rate: "9", discounts: [off("10", "producer", false)] }, [9_810, 9_000]],
    ["goods by weight", { quantity: 2.35, unit_price: "12.8" }, [3_008, 3_008]],
    ["never below zero", { discounts: [off("130")] }, [0, 0]],
  ])("%s", (_name, more, expected) => expect(fen(more)).toEqual(expected))

  it("ends decimal noise in the running total: three lines at 7% off", () => {
    const line = exactAmounts(terms({ unit_price: "29.97", discounts: [off("2.0979")] })).total
    expect(fenInOrder([line, line, line])).toEqual([2_787, 2_787, 2_788])
    expect(fenOfSum(["27.8721", "27.8721", "27.8721"])).toBe(8_362)
    expect(fenOfSum(["0.1", "0.2", "6.294999999999999"])).toBe(660)
  })
})
