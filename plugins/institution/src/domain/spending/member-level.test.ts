import { describe, expect, it } from "vitest"
import type { PlanFacts } from "./plan-progress"
import { withinLevel } from "./member-level"

const plan = (change: Partial<PlanFacts>): PlanFacts => ({
  kind: "union", year: 2026, eligible: { platforms: ["here"], sources: ["union"], origins: [] }, target_fen: null, rate_bp: null, member_floor_fen: null, member_cap_fen: null, member_source: null, baseline_fen: null, ...change,
})
const level = { floor_fen: 50_000, cap_fen: 200_000, source: "市总工会通知" }

describe("a union's plan under its region's level", () => {
  it.each<[string, Partial<PlanFacts>, typeof level | null, [number | null, number | null, string | null]]>([
    ["takes the region's where it says nothing", {}, level, [50_000, 200_000, "市总工会通知"]],
    ["keeps what is stricter", { member_floor_fen: 60_000, member_cap_fen: 150_000 }, level, [60_000, 150_000, null]],
    ["is not looser than its region", { member_floor_fen: 40_000, member_cap_fen: 300_000 }, level, [50_000, 200_000, "市总工会通知"]],
    ["stands alone where the region says nothing", { member_floor_fen: 40_000 }, null, [40_000, null, null]],
    ["is the only one with a level", { kind: "local" }, level, [null, null, null]],
  ])("%s", (_name, change, region, [floor, cap, source]) => {
    expect(withinLevel(plan(change), region)).toMatchObject({ member_floor_fen: floor, member_cap_fen: cap, member_source: source })
  })
})
