import { expect, it } from "vitest"
import { codeOf, grainWithin } from "./region-grain"

it.each([[null, "province"], ["500000", "county"], ["420600", "county"], ["500238", "township"], ["500238104", "village"], ["500238104201", "village"]] as const)(
  "looks at %s by %s", (region, grain) => expect(grainWithin(region)).toBe(grain))
it.each([["50", "500000"], ["4206", "420600"], ["500238", "500238"], ["500238104", "500238104"]])("%s is %s", (digits, code) => expect(codeOf(digits)).toBe(code))
