import { describe, expect, it } from "vitest"
import { planAddition, planAgreements } from "./differences"

describe("what a reviewer compares", () => {
  it("shows a new household without what must not be seen", () => {
    const lines = planAddition({
      code: "HH-1", kind: "household", name: "王小明", region_code: "500238104201", id_number: "500238189001010017", phone: "13876540001", bank_account: "6217000011110001",
      statuses: [{ status: "lifted", valid_from: "2020-11-01", valid_to: null }],
    }, "巫溪县古路镇观峰村")
    expect(lines).toContainEqual({ field: "region_code", before: null, after: "巫溪县古路镇观峰村" })
    expect(JSON.stringify(lines)).not.toMatch(/王小明|890101001|7654000|1111000/)
    expect(lines.map(({ field }) => field)).toEqual(["code", "kind", "name", "region_code", "statuses", "id_number", "phone", "bank_account"])
  })

  it("shows the weights of the two that change, in every agreement", () => {
    const change = { number: "联结-1", before: [{ id: "a", weight: 3 }, { id: "b", weight: 2 }, { id: "c", weight: 9 }], after: [{ id: "b", weight: 5 }, { id: "c", weight: 9 }] }
    expect(planAgreements([change], ["a", "b"], (id) => id)).toEqual([{ field: "联结-1", before: "a 3、b 2", after: "b 5" }])
    expect(planAgreements([{ ...change, after: [] }], ["a"], (id) => id)).toEqual([{ field: "联结-1", before: "a 3", after: null }])
  })
})
