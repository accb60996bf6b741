import { type Decision, no, yes } from "@fupin/contract/codes"
import { formatFen } from "@fupin/contract/money"
import type { CampaignState, DeliveryMode, Holiday } from "@fupin/contract/schemas"
import { lowest } from "../spending/member-level"
import type { DaysOff } from "../regional-holidays"
import { holidayDate } from "./holiday"

const NEXT: Record<CampaignState, readonly CampaignState[]> = {
  draft: ["collecting", "cancelled"], collecting: ["closed", "cancelled"], closed: ["collecting", "approved", "cancelled"],
  approved: ["ordered"], ordered: ["handing_out"], handing_out: ["done"], done: [], cancelled: [],
}

/** Whether a campaign may go from one state to another. Error: campaign_state. */
export function decideMove(from: CampaignState, to: CampaignState): Decision<CampaignState, "campaign_state"> {
  return NEXT[from].includes(to) ? yes(to) : no("campaign_state")
}

/** The states from which `to` can be reached, for a compare-and-set. */
export const statesBefore = (to: CampaignState): CampaignState[] => (Object.keys(NEXT) as CampaignState[]).filter((from) => NEXT[from].includes(to))

export interface CampaignTerms {
  holiday: Holiday
  year: number
  budget_fen: number
  floor_fen: number | null
  cap_fen: number | null
  choose_by: string
  delivery_mode: DeliveryMode
  pickup: object | null
}

type TermsError = "campaign_holiday_elsewhere" | "campaign_deadline" | "campaign_below_floor" | "campaign_above_cap" | "campaign_pickup_required"

/**
 * Whether a campaign's terms hold on the business day `today`; answers the holiday's date. Floor and cap are fen a member (R24),
 * as the union's own rules give them. `regional`: the days off that the unit's region decided.
 */
export function decideTerms(terms: CampaignTerms, today: string, regional: readonly DaysOff[]): Decision<string, TermsError> {
  const holiday_on = holidayDate(terms.holiday, terms.year, regional)
  if (holiday_on === null) return no("campaign_holiday_elsewhere")
  if (terms.choose_by < today || terms.choose_by >= holiday_on) return no("campaign_deadline")
  if (terms.budget_fen < (terms.floor_fen ?? 0)) return no("campaign_below_floor")
  if (terms.budget_fen > (terms.cap_fen ?? Infinity)) return no("campaign_above_cap")
  return terms.delivery_mode !== "home" && terms.pickup === null ? no("campaign_pickup_required") : yes(holiday_on)
}

/** Whether a pack costs what a member may be given: not more than the budget, not less than the floor; fen. Errors: pack_over_budget, pack_below_floor, with its name. */
export function decidePack({ name, price_fen }: { name: string; price_fen: number }, { budget_fen, floor_fen }: Pick<CampaignTerms, "budget_fen" | "floor_fen">): Decision<true, "pack_over_budget" | "pack_below_floor"> {
  if (price_fen > budget_fen) return no("pack_over_budget", `礼包“${name}”超过每人预算 ¥${formatFen(budget_fen)}，请调整礼包或预算`)
  return price_fen < (floor_fen ?? 0) ? no("pack_below_floor", `礼包“${name}”低于每人下限 ¥${formatFen(floor_fen!)}，请调整礼包或下限`) : yes(true)
}

/**
 * Whether the budgets of all campaigns of a year stay within what a unit's union plans let one member have in it (R24); the year's
 * floor is an average over all of them and is watched by the plan. Amounts in fen a member. Error: campaign_above_cap.
 */
export function decideYear(budget_fen: number, others_fen: number, caps: readonly (number | null)[]): Decision<true, "campaign_above_cap"> {
  const cap = lowest(caps)
  return cap !== null && budget_fen + others_fen > cap ? no("campaign_above_cap", `全年各次慰问每人合计不能超过 ¥${formatFen(cap)}，其他活动已用 ¥${formatFen(others_fen)}`) : yes(true)
}

/** Whether members may choose on the business day `today`. Error: gift_closed. */
export function decideOpen({ state, choose_by }: { state: CampaignState; choose_by: string }, today: string): Decision<true, "gift_closed"> {
  return state === "collecting" && today <= choose_by ? yes(true) : no("gift_closed")
}
