import type { MemberLevel } from "@fupin/contract/schemas"
import type { PlanFacts } from "./plan-progress"

type Range = Pick<PlanFacts, "kind" | "member_floor_fen" | "member_cap_fen" | "member_source">

/** A union's plan under its region's level (R24): of the two floors the higher and of the two caps the lower holds, and the document that asks for the floor is named. */
export function withinLevel<Plan extends Range>(plan: Plan, level: Omit<MemberLevel, "region_code" | "from_year"> | null): Plan {
  if (plan.kind !== "union" || level === null) return plan
  const isHigher = level.floor_fen !== null && level.floor_fen > (plan.member_floor_fen ?? -1)
  return { ...plan, member_floor_fen: isHigher ? level.floor_fen : plan.member_floor_fen, member_source: isHigher ? level.source : plan.member_source, member_cap_fen: lowest([plan.member_cap_fen, level.cap_fen]) }
}

/** The lowest of the caps that are set; null: none is. */
export function lowest(caps: readonly (number | null)[]): number | null {
  const set = caps.filter((cap) => cap !== null)
  return set.length === 0 ? null : Math.min(...set)
}
