import type { Performance, UnitPerformance } from "@fupin/contract/schemas"
import { expect, it } from "vitest"
import { bulletinPaper } from "./bulletin"

const town: UnitPerformance = {
  unit_id: "u1", unit_name: "古路镇", kind: "town", region_code: "500238104", score: 8_650, rank: 1,
  figures: { benefit: { value: 150_000, target: 200_000, completion_bp: 7_500, last_year: 100_000 }, households: { value: 12, target: null, completion_bp: null, last_year: 9 }, sales: { value: 500_000, target: null, completion_bp: null, last_year: null }, punctual: { value: 10_000, target: null, completion_bp: null, last_year: null } },
}
const school: UnitPerformance = { unit_id: "u2", unit_name: "实验小学", kind: "organisation", region_code: "500112", score: null, rank: null, figures: { purchases: { value: 80_000, target: 100_000, completion_bp: 8_000, last_year: 0 }, benefit: { value: 8_000, target: null, completion_bp: null, last_year: null } } }
const performance: Performance = { year: 2026, as_of: "2026-11-22", region_code: "500238", place: "巫溪县", indicators: [{ metric: "benefit", weight: 60, full: "target" }, { metric: "punctual", weight: 40, full: 9_500 }], units: [town, school] }

it("says what each unit reached, beside its plan and the year before; buying units stand apart", () => {
  const { rows, ending, notes } = bulletinPaper(performance)
  expect(rows).toEqual([["1", "古路镇", 150_000, 200_000, "75.0%", "50.0%", "12", 500_000, "—", "100.0%", "86.50"]])
  expect(ending.apart).toEqual([{ heading: "采购单位、工会", rows: [["—", "实验小学", 8_000, null, "—", "—", "—", 80_000, "80.0%", "—", "—"]] }])
  expect(notes.at(-1)).toBe("计分：受益金额 60 分（完成年度目标得满分）；按期填报率 40 分（达到 95.0% 得满分）")
  expect(bulletinPaper({ ...performance, indicators: [] }).notes.at(-1)).toContain("不计分")
})
