import { describe, expect, it } from "vitest"
import { decideUnit, type UnitFacts } from "./decide-unit"

const unit = (id: string, region_code: string, changes: Partial<UnitFacts> = {}): UnitFacts => ({ id, kind: "town", region_code, organisation_id: null, since: "2026-01", ...changes })
const [town, county, union] = [unit("t", "500238104"), unit("c", "500238", { kind: "office" }), unit("u", "500238", { kind: "organisation", organisation_id: "org_1" })]

describe("a reporting unit", () => {
  it.each<[string, UnitFacts, UnitFacts | null, Parameters<typeof decideUnit>[2], string]>([
    ["needs no parent", county, null, null, "ok"],
    ["stands below its county", town, county, null, "ok"],
    ["stands below its province", county, unit("p", "500000", { kind: "office" }), null, "ok"],
    ["of a union stands below the office of its region", union, county, null, "ok"],
    ["is not below another county", town, unit("x", "500237", { kind: "office" }), null, "unit_parent_refused"],
    ["is not below a town", county, town, null, "unit_parent_refused"],
    ["is not below its equal", unit("c2", "500238", { kind: "office" }), county, null, "unit_parent_refused"],
    ["is not below a union", town, union, null, "unit_parent_refused"],
    ["is not below itself", union, { ...union, kind: "office" }, null, "unit_parent_refused"],
    ["moves while nothing was filed", { ...town, since: "2026-05" }, null, { ...town, has_filed: false }, "ok"],
    ["keeps its region once it filed", { ...town, region_code: "500238105" }, null, { ...town, has_filed: true }, "unit_has_filed"],
    ["keeps its first period once it filed", { ...town, since: "2025-12" }, null, { ...town, has_filed: true }, "unit_has_filed"],
    ["may take a parent after it filed", town, county, { ...town, has_filed: true }, "ok"],
  ])("%s", (_name, one, parent, held, expected) => {
    const decision = decideUnit(one, parent, held)
    expect(decision.ok ? "ok" : decision.code).toBe(expected)
  })
})
