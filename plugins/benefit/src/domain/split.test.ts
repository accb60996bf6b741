import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { splitInOrder, splitPool } from "./split"

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)
const weights = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 40 })
const pool = fc.integer({ min: 0, max: 1_000_000_000_000 })

describe("a pool is split by weight", () => {
  it("exactly, nobody below the floor of their quota nor above its ceiling", () =>
    fc.assert(fc.property(pool, weights, fc.string(), (total, held, seed) => {
      const shares = splitPool(total, held, seed)
      const whole = BigInt(sum(held))
      expect(sum(shares)).toBe(total)
      shares.forEach((share, index) => {
        const exact = BigInt(total) * BigInt(held[index]!)
        expect(BigInt(share) * whole).toBeGreaterThan(exact - whole)
        expect(BigInt(share) * whole).toBeLessThan(exact + whole)
      })
    })))

  it("never beyond a weight when the total is not beyond their sum, so that a reversal cannot take more than is held", () =>
    fc.assert(fc.property(weights, fc.double({ min: 0, max: 1, noNaN: true }), fc.string(), (held, part, seed) => {
      const total = Math.floor(sum(held) * part)
      for (const shares of [splitPool(total, held, seed), splitInOrder(total, held)]) {
        expect(sum(shares)).toBe(total)
        shares.forEach((share, index) => expect(share >= 0 && share <= held[index]!).toBe(true))
      }
    })))

  it("steadily where order is given: nobody's share falls when the total grows, and none is further from its quota than rounding brings", () =>
    fc.assert(fc.property(pool, fc.integer({ min: 1, max: 1000 }), weights, (total, more, held) => {
      const [before, after] = [splitInOrder(total, held), splitInOrder(total + more, held)]
      after.forEach((share, index) => expect(share).toBeGreaterThanOrEqual(before[index]!))
      before.forEach((share, index) => expect(Math.abs(share - (total * held[index]!) / sum(held))).toBeLessThan(3))
    })))

  it("the same way each time, another way for another line", () => {
    expect(splitPool(1, [1, 1, 1], "line")).toEqual(splitPool(1, [1, 1, 1], "line"))
    expect(new Set(Array.from({ length: 50 }, (_, index) => splitPool(1, [1, 1, 1], `line ${index}`).join())).size).toBe(3)
  })

  it("into nothing when no weight is given", () => expect(splitPool(5, [0, 0], "line")).toEqual([0, 0]))
})

describe("over 10,000 sales of 40 fen nobody is favoured", () => {
  const heavy = [50, ...Array.from({ length: 9 }, () => 7)]
  const random = [937, 12, 455, 83, 271, 640, 5, 318, 766, 101]
  it.each([["one heavy household", heavy], ["random weights", random], ["equal weights", [1, 1, 1, 1, 1, 1, 1]]])("%s: each within 0.5%% of the whole of its weight", (_name, held) => {
    const totals = held.map(() => 0)
    for (let sale = 0; sale < 10_000; sale++) splitPool(40, held, `ordli_${sale}`).forEach((share, index) => (totals[index]! += share))
    held.forEach((weight, index) => expect(Math.abs(totals[index]! / 400_000 - weight / sum(held))).toBeLessThan(0.0005))
    const heaviest = held.indexOf(Math.max(...held))
    expect(Math.abs(totals[heaviest]! / (400_000 * (held[heaviest]! / sum(held))) - 1)).toBeLessThan(0.005)
  })
})
