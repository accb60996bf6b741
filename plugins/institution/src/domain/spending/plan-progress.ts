import { formatFen } from "@fupin/contract/money"
import type { Eligibility, PaidItem, PlanKind, PlanProgress } from "@fupin/contract/schemas"
import { regionContains } from "@fupin/access/domain/decide-staff"

export interface PlanFacts {
  kind: PlanKind
  year: number
  eligible: Eligibility
  target_fen: number | null
  rate_bp: number | null
  member_floor_fen: number | null
  member_cap_fen: number | null
  /** The document that sets the floor where it is the region's. */
  member_source: string | null
  baseline_fen: number | null
}

/** What a plan's target is worked out from: the year's canteen budget, the region's rate, members on record, last year's amount. */
export interface Bases {
  canteen_budget_fen: number | null
  region_rate: { rate_bp: number; source: string } | null
  headcount: { on_day: string; members: number } | null
  last_year_fen: number
  /** Why no share of its own is asked of it: it has no canteen, or another unit's canteen serves it. Null: one is. */
  excused: string | null
}

type Measured = Pick<PlanProgress, "target_fen" | "paid_fen" | "gap_fen" | "forecast_fen" | "ordered_fen" | "coming_fen" | "open_fen" | "per_member" | "state" | "warning" | "months" | "basis">

/** Whether a payment counts for a plan: bought where, with whose money, from which division. A plan that names divisions counts nothing of unknown origin. */
export function isEligible(item: Pick<PaidItem, "platform" | "source" | "origin_code">, { platforms, sources, origins }: Eligibility): boolean {
  const fromThere = origins.length === 0 || (item.origin_code !== null && origins.some((code) => regionContains(code, item.origin_code!)))
  return platforms.includes(item.platform) && sources.includes(item.source) && fromThere
}

/** Whether a payment counts for a plan of this kind: goods given away (爱心捐赠) were never in the unit's canteen, so its share counts none of them. */
export function countsFor({ kind, eligible }: Pick<PlanFacts, "kind" | "eligible">, item: Parameters<typeof isEligible>[0] & { given: boolean }): boolean {
  return isEligible(item, eligible) && !(kind === "canteen_share" && item.given)
}

/** A plan's target in fen (rounded up: "not less than"), and in words what it rests on. Null: something it rests on is missing. */
export function targetOf(plan: PlanFacts, bases: Bases): { target_fen: number | null; basis: string } {
  if (plan.kind === "canteen_share") {
    if (bases.excused !== null) return { target_fen: null, basis: bases.excused }
    const rate = plan.rate_bp === null ? bases.region_rate : { rate_bp: plan.rate_bp, source: "本单位计划" }
    if (bases.canteen_budget_fen === null || rate === null) return { target_fen: null, basis: "尚未登记年度食堂食材预算" }
    return { target_fen: shareOf(bases.canteen_budget_fen, rate.rate_bp), basis: `年度食堂食材预算 ${formatFen(bases.canteen_budget_fen)} 元的 ${rate.rate_bp / 100}%（${rate.source}）` }
  }
  if (plan.kind === "union") {
    if (bases.headcount === null) return { target_fen: null, basis: "尚未登记会员人数" }
    if (plan.member_floor_fen === null) return { target_fen: null, basis: "当地没有规定人均下限，计划中也没有填写" }
    return { target_fen: plan.member_floor_fen * bases.headcount.members, basis: `人均 ${formatFen(plan.member_floor_fen)} 元${plan.member_source === null ? "" : `（${plan.member_source}）`} × ${bases.headcount.members} 人（${bases.headcount.on_day} 在册）` }
  }
  if (plan.kind === "floor") {
    const last = plan.baseline_fen ?? bases.last_year_fen
    return { target_fen: last, basis: `不低于 ${plan.year - 1} 年的 ${formatFen(last)} 元` }
  }
  return { target_fen: plan.target_fen, basis: plan.target_fen === null ? "尚未填写金额" : "计划金额" }
}

const shareOf = (fen: number, rate_bp: number): number => Number((BigInt(fen) * BigInt(rate_bp) + 9_999n) / 10_000n)

/** What of a plan is on its way, in fen: ordered and unpaid, and to come by standing orders before the year ends. */
export interface Ahead {
  ordered_fen: number
  coming_fen: number
}

/** How far a plan is by `today`, from the eligible payments of its year; each counts in the month it was paid (R28: unpaid orders do not count). */
export function measurePlan(plan: PlanFacts, bases: Bases, items: Pick<PaidItem, "on" | "amount_fen">[], ahead: Ahead, today: string): Measured {
  const { target_fen, basis } = targetOf(plan, bases)
  const months = Array.from({ length: 12 }, (_, month) => items.filter(({ on }) => Number(on.slice(5, 7)) === month + 1).reduce((sum, { amount_fen }) => sum + amount_fen, 0))
  const paid_fen = months.reduce((sum, fen) => sum + fen, 0)
  const forecast_fen = forecastOf(paid_fen, plan.year, today, ahead)
  const gap_fen = target_fen === null ? 0 : Math.max(0, target_fen - paid_fen)
  const state = target_fen === null ? "no_target" as const : gap_fen === 0 ? "met" as const : forecast_fen >= target_fen ? "on_track" as const : "behind" as const
  const open_fen = Math.max(0, gap_fen - ahead.ordered_fen - ahead.coming_fen)
  return { target_fen, basis, months, paid_fen, forecast_fen, ...ahead, gap_fen, open_fen, per_member: perMember(plan, bases, paid_fen), state, warning: warningOf(plan, bases, paid_fen, gap_fen, state, today) }
}

/** What was paid for each member on record in the year (人均), over all campaigns, against the least and the most (R24); of unions' plans alone. */
function perMember({ kind, member_floor_fen: floor_fen, member_cap_fen: cap_fen }: PlanFacts, { headcount }: Bases, paid_fen: number): Measured["per_member"] {
  if (kind !== "union" || headcount === null) return null
  const { members, on_day } = headcount
  const standing = cap_fen !== null && paid_fen > cap_fen * members ? "above" : floor_fen !== null && paid_fen < floor_fen * members ? "below" : "within"
  return { members, on_day, average_fen: Math.floor(paid_fen / members), floor_fen, cap_fen, standing }
}

/** At the year's end: if the rest of it goes as it has gone so far, or with what is on its way by then, whichever is more; both hold what is ordered, so they are not added up. Before it begins, what is on its way. */
export function forecastOf(paid_fen: number, year: number, today: string, { ordered_fen, coming_fen }: Ahead): number {
  const [first, last] = [Date.parse(`${year}-01-01T00:00:00Z`), Date.parse(`${year + 1}-01-01T00:00:00Z`)]
  const elapsed = Date.parse(`${today}T00:00:00Z`) + 86_400_000 - first
  if (elapsed >= last - first) return paid_fen
  const known_fen = paid_fen + ordered_fen + coming_fen
  return elapsed <= 0 ? known_fen : Math.max(Math.round((paid_fen / elapsed) * (last - first)), known_fen)
}

function warningOf(plan: PlanFacts, bases: Bases, paid_fen: number, gap_fen: number, state: Measured["state"], today: string): string | null {
  if (perMember(plan, bases, paid_fen)?.standing === "above") return `人均已超过上限 ${formatFen(plan.member_cap_fen!)} 元，请核对`
  if (state === "no_target" || state === "met") return null
  if (today.slice(0, 4) > String(plan.year)) return `年度已结束，还差 ${formatFen(gap_fen)} 元`
  return state === "behind" ? `按目前进度到年底完不成，还差 ${formatFen(gap_fen)} 元；年底前付款才计入` : null
}

export interface Rate {
  region_code: string
  from_year: number
  rate_bp: number
}

/** What holds for a region in a year: of the narrowest division that has a rule, the latest that has begun. Null: none has. */
export function ruleOf<Row extends Pick<Rate, "region_code" | "from_year">>(rules: Row[], regionCode: string, year: number): Row | null {
  const inForce = rules.filter(({ region_code, from_year }) => from_year <= year && (region_code === "" || regionContains(region_code, regionCode)))
  const width = (code: string) => code.replace(/(00)+$/, "").length
  return inForce.sort((a, b) => width(b.region_code) - width(a.region_code) || b.from_year - a.from_year)[0] ?? null
}

/** How a unit stands to a canteen in a span of time: it has none, or another's serves it. */
export interface CanteenSpan {
  since: string
  ended_on: string | null
}

/** Whether a year is excused by it: begun by the year's last day, and holding on that day; what begins later excuses no year before. */
export function excusesYear({ since, ended_on }: CanteenSpan, year: number): boolean {
  const last = `${year}-12-31`
  return since <= last && (ended_on === null || ended_on > last)
}
