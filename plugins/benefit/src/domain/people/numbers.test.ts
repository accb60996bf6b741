import { describe, expect, it } from "vitest"
import { holdsNumber, withoutNumbers } from "./numbers"

describe("numbers in free text", () => {
  it.each([
    ["电话13876540001核实", true], ["138-7654-0001", true], ["１３８７６５４０００１", true], ["证号 50023818900101001X", true], ["卡号6217 0000 1111 0001", true],
    ["行政村 500238104201", false], ["户 500238104201-001", false], ["2026-11-22 核对", false], ["SC10150023800012", false], ["order_01KQ3ZJ13876540001", false],
  ])("%s: %s", (text, expected) => expect(holdsNumber(text)).toBe(expected))

  it("are blotted out, and nothing else", () =>
    expect(withoutNumbers("/admin/benefit/households?q=13876540001&region=500238104201")).toBe("/admin/benefit/households?q=***&region=500238104201"))
})
