import type { Indicator } from "@fupin/contract/schemas"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { completionOf, isScorecard, ranksOf, scoreOf } from "./score"

const figure = (value: number, target: number | null = null) => ({ value, target, last_year: null, completion_bp: completionOf(value, target) })
const card: Indicator[] = [{ metric: "benefit", weight: 60, full: "target" }, { metric: "punctual", weight: 40, full: 10_000 }]

describe("how far a unit is", () => {
  it.each([[50, 100, 5_000], [100, 100, 10_000], [250, 100, 25_000], [1, 3, 3_333], [-5, 100, 0], [5, null, null], [5, 0, null]] as const)("%i of %s is %s", (value, target, expected) =>
    expect(completionOf(value, target)).toBe(expected))
})

describe("a score", () => {
  it.each([
    ["all reached", { benefit: figure(200, 100), punctual: figure(10_000) }, 10_000],
    ["half of the benefit, all in time", { benefit: figure(50, 100), punctual: figure(10_000) }, 7_000],
    ["no target for what is measured by it", { benefit: figure(50), punctual: figure(5_000) }, 2_000],
    ["nothing at all", {}, 0],
  ])("%s", (_name, figures, expected) => expect(scoreOf(card, figures)).toBe(expected))

  it("is never above a hundred points, never below none, and never falls when more is reached", () =>
    fc.assert(fc.property(fc.integer({ min: -1_000, max: 5_000 }), fc.nat(500), fc.nat(20_000), (value, more, punctual) => {
      const of = (reached: number) => scoreOf(card, { benefit: figure(reached, 1_000), punctual: figure(punctual) })
      expect(of(value)).toBeGreaterThanOrEqual(0)
      expect(of(value)).toBeLessThanOrEqual(10_000)
      expect(of(value + more)).toBeGreaterThanOrEqual(of(value))
    })))

  it.each([[card, true], [[card[0]!], false], [[card[0]!, { ...card[0]!, weight: 40 }], false]])("needs weights that make a hundred, each metric once", (indicators, expected) => expect(isScorecard(indicators)).toBe(expected))
})

it.each([[[300, 100, 300, 50], [1, 3, 1, 4]], [[], []], [[0, 0], [1, 1]]])("ranks %j as %j", (scores, ranks) => expect(ranksOf(scores)).toEqual(ranks))
