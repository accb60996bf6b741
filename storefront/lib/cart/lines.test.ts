import { describe, expect, it } from "vitest"
import { LINES_MAX, lineFrom, parseCart, parseRemoved, serializeCart, serializeRemoved, withAdded, without, withQuantity, withRestored } from "./lines"

const a = { variant_id: "variant_a", quantity: 2 }
const b = { variant_id: "variant_b", quantity: 1 }

describe("the cart's cookie", () => {
  it("reads back what it wrote", () => {
    expect(parseCart(serializeCart([a, b]))).toEqual([a, b])
    expect(parseRemoved(serializeRemoved({ ...a, index: 3 }))).toEqual({ ...a, index: 3 })
  })

  it.each([
    ["nothing", undefined], ["text that is no JSON", "{{"], ["something else", "{\"v\":1}"], ["null", "null"],
    ["zero", "[{\"v\":\"x\",\"q\":0}]"], ["a fraction", "[{\"v\":\"x\",\"q\":1.5}]"], ["too many", "[{\"v\":\"x\",\"q\":10000}]"],
    ["an id that is none", "[{\"v\":\"<script>\",\"q\":1}]"], ["a quantity as text", "[{\"v\":\"x\",\"q\":\"1\"}]"],
  ])("makes an empty cart of %s", (_name, text) => {
    expect(parseCart(text)).toEqual([])
    expect(parseRemoved(text)).toBeNull()
  })

  it("keeps at most what fits, each variant once", () => {
    const many = Array.from({ length: 60 }, (_, index) => ({ variant_id: `v${index}`, quantity: 1 }))
    expect(parseCart(serializeCart(many))).toHaveLength(LINES_MAX)
    expect(parseCart(serializeCart([a, { ...a, quantity: 5 }]))).toEqual([{ ...a, quantity: 5 }])
    const widest = Array.from({ length: LINES_MAX }, (_, index) => ({ variant_id: `variant_${String(index).padStart(26, "0")}`, quantity: 9999 }))
    expect(encodeURIComponent(serializeCart(widest)).length).toBeLessThan(3800)
  })
})

describe("changing the cart", () => {
  it("adds to the line that is there, up to the bound", () => {
    expect(withAdded([a, b], { ...a, quantity: 3 })).toEqual([{ ...a, quantity: 5 }, b])
    expect(withAdded([{ ...a, quantity: 9998 }], { ...a, quantity: 3 })).toEqual([{ ...a, quantity: 9999 }])
  })

  it("refuses a line too many", () => {
    const full = Array.from({ length: LINES_MAX }, (_, index) => ({ variant_id: `v${index}`, quantity: 1 }))
    expect(withAdded(full, a)).toBeNull()
    expect(withAdded(full, { variant_id: "v3", quantity: 1 })).toHaveLength(LINES_MAX)
  })

  it("removes a line and puts it back where it stood", () => {
    const { lines, removed } = without([a, b], "variant_a")
    expect(lines).toEqual([b])
    expect(withRestored(lines, removed!)).toEqual([a, b])
    expect(withRestored([a, b], removed!)).toEqual([a, b])
    expect(without([a], "variant_x")).toEqual({ lines: [a], removed: null })
  })

  it("sets a quantity of that line only", () => {
    expect(withQuantity([a, b], "variant_b", 7)).toEqual([a, { ...b, quantity: 7 }])
  })

  it.each([
    ["3", 3], [3, 3], [" 12 ", 12], ["0", null], ["-1", null], ["1.5", null], ["99999", null], ["", null], [undefined, null],
  ])("reads the quantity %j as %j", (typed, quantity) => {
    expect(lineFrom("variant_a", typed)?.quantity ?? null).toBe(quantity)
  })
})
