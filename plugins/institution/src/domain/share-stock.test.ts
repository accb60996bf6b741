import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { orderIdOf } from "./order-id"
import { shareStock, shareWithin } from "./share-stock"

describe("scarce stock", () => {
  it.each<[string, Record<string, number>, number, Record<string, number>]>([
    ["is given in full when there is enough", { a: 3, b: 4 }, 7, { a: 3, b: 4 }],
    ["is shared in proportion", { a: 20, b: 10 }, 15, { a: 10, b: 5 }],
    ["is shared by remainder, not by row order", { z: 10, a: 10, m: 10 }, 10, { z: 3, a: 4, m: 3 }],
    ["is nothing when there is none", { a: 2 }, 0, { a: 0 }],
    ["is nothing when oversold", { a: 2 }, -3, { a: 0 }],
  ])("%s", (_name, asked, available, expected) =>
    expect(Object.fromEntries(shareStock(Object.entries(asked).map(([id, quantity]) => ({ id, quantity })), available))).toEqual(expected))

  it("counts what was given up for a substitute: who takes one loses nothing of the scarce goods to those who do not", () => {
    const half = shareStock([{ id: "takes", quantity: 15, weight: 30 }, { id: "refuses", quantity: 30 }], 30)
    expect(Object.fromEntries(half)).toEqual({ takes: 15, refuses: 15 })
    const more = shareStock([{ id: "takes", quantity: 15, weight: 30 }, { id: "refuses", quantity: 30 }, { id: "small", quantity: 1 }], 41)
    expect(Object.fromEntries(more)).toEqual({ takes: 15, refuses: 25, small: 1 })
  })

  it("is never promised twice, never more than asked, and all of it is used", () =>
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 1, maxLength: 30 }), fc.integer({ min: 0, max: 100_000 }), (quantities, available) => {
      const requests = quantities.map((quantity, index) => ({ id: String(index), quantity }))
      const shares = shareStock(requests, available)
      const asked = quantities.reduce((sum, quantity) => sum + quantity, 0)
      expect([...shares.values()].reduce((sum, share) => sum + share, 0)).toBe(Math.min(asked, available))
      for (const { id, quantity } of requests) expect(shares.get(id)).toBeLessThanOrEqual(quantity)
    })))
})

describe("scarce stock with schools, hospitals and homes first", () => {
  const requests = [{ id: "office", quantity: 30 }, { id: "school", quantity: 20, is_preferred: true }, { id: "hospital", quantity: 10, is_preferred: true }]
  it.each([
    ["serves them in full, the rest shares what is left", 40, { school: 20, hospital: 10, office: 10 }],
    ["shares among them in proportion when even they cannot be served", 15, { school: 10, hospital: 5, office: 0 }],
    ["is given in full when there is enough", 60, { school: 20, hospital: 10, office: 30 }],
  ])("%s", (_name, available, expected) => expect(Object.fromEntries(shareStock(requests, available, "schools_first"))).toEqual(expected))

  it("under several bounds gives the least of the shares, with the reason of the bound that binds", () => {
    const [stock, pledge] = [{ available: 30, requests, rule: "pro_rata" as const, reason: "库存不足" }, { available: 4, requests: requests.slice(1, 2), rule: "pro_rata" as const, reason: "采收量不足" }]
    expect(Object.fromEntries(shareWithin([stock, pledge]))).toEqual({
      office: { quantity: 15, reason: "库存不足" }, school: { quantity: 4, reason: "采收量不足" }, hospital: { quantity: 5, reason: "库存不足" },
    })
  })
})

describe("the id of an occurrence's order", () => {
  const key = "b".repeat(64)
  it("is the same every time and differs by occurrence, seller and key", () => {
    const id = orderIdOf(key, "occ_1", "prod_1")
    expect(orderIdOf(key, "occ_1", "prod_1")).toBe(id)
    expect(new Set([id, orderIdOf(key, "occ_2", "prod_1"), orderIdOf(key, "occ_1", "prod_2"), orderIdOf("a".repeat(64), "occ_1", "prod_1")]).size).toBe(4)
    expect(id).toMatch(/^order_[0-9a-f]{32}$/)
  })
})
