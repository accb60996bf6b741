import { describe, expect, it } from "vitest"
import counties832 from "../data/counties-832.json"
import packed from "../data/divisions.json"
import { levelOf, lineageOf, parentOf, unpackDivisions } from "./region"

describe("a code says its level and what lies above it", () => {
  it.each([
    ["500000", "province", null], ["422800", "city", "420000"], ["422801", "county", "422800"], ["500238", "county", "500000"],
    ["429004", "county", "420000"], ["659001", "county", "650000"], ["430971", "county", "430900"], ["500238104", "township", "500238"],
    ["441900003", "township", "441900"], ["500238104201", "village", "500238104"],
  ] as const)("%s is a %s below %s", (code, level, parent) => {
    expect(levelOf(code)).toBe(level)
    expect(parentOf(code)).toBe(parent)
  })
  it("from the province down", () => expect(lineageOf("430971124")).toEqual(["430000", "430900", "430971", "430971124"]))
})

describe("the packaged divisions", () => {
  const rows = unpackDivisions(packed)
  const byCode = new Map(rows.map((row) => [row.code, row]))
  it("name every township once, below a division that exists", () => {
    expect(rows.length).toBeGreaterThan(44_000)
    expect(byCode.size).toBe(rows.length)
    expect(rows.filter(({ name, parent_code }) => !name || (parent_code !== null && !byCode.has(parent_code)))).toEqual([])
  })
  it("know 大通湖区 and its towns", () => {
    expect(byCode.get("430971")).toEqual({ code: "430971", name: "大通湖区", level: "county", parent_code: "430900" })
    expect(byCode.get("500238104")?.name).toBe("古路镇")
  })
  it("hold every county of the list of 832 (two of which are one today)", () => {
    expect(new Set(counties832).size).toBe(831)
    expect(counties832.filter((code) => byCode.get(code)?.level !== "county")).toEqual([])
  })
})
