import { describe, expect, it } from "vitest"
import { decideInScope, prefixesOf } from "./scope"

describe("staff touch what lies in their regions", () => {
  it.each([
    [["*"], [], true], [["*"], ["110101"], true], [["500238"], ["500238104"], true], [["500238", "430900"], ["430971"], true],
    [["500238"], ["500237"], false], [["500238"], ["500238", "500237"], false], [["500238"], [], false], [[], ["500238"], false], [["500238104"], ["500238"], false],
  ])("%j, %j: %s", (regions, codes, expected) => expect(decideInScope(regions, codes).ok).toBe(expected))
  it.each([[["*", "500238"], null], [["500000", "430900", "500238", "500238104"], ["50", "4309", "500238", "500238104"]]])("%j begin with %j", (regions, expected) => expect(prefixesOf(regions)).toEqual(expected))
})
