import { type Decision, no, yes } from "@fupin/contract/codes"
import type { GroupBuyInput, GroupBuyTier } from "@fupin/contract/schemas"

type Terms = Pick<GroupBuyInput, "starts_at" | "ends_at" | "tiers" | "capacity" | "per_buyer_cap">

/** Whether a group buy's terms hold at `now`: it ends after it starts and in the future, more pieces cost less, the goods reach the last tier. Error: group_buy_terms. */
export function decideTerms({ starts_at, ends_at, tiers, capacity, per_buyer_cap }: Terms, now: Date): Decision<true, "group_buy_terms"> {
  if (Date.parse(ends_at) <= Date.parse(starts_at)) return no("group_buy_terms", "结束时间必须晚于开始时间")
  if (Date.parse(ends_at) <= now.getTime()) return no("group_buy_terms", "结束时间必须在现在之后")
  const falls = tiers.every((tier, index) => index === 0 || (tier.from_units > tiers[index - 1]!.from_units && tier.price_fen < tiers[index - 1]!.price_fen))
  if (!falls) return no("group_buy_terms", "价格阶梯应当份数逐级增加、价格逐级降低")
  if (capacity < tiers.at(-1)!.from_units) return no("group_buy_terms", "总份数不能少于最后一级阶梯的份数")
  return per_buyer_cap > capacity ? no("group_buy_terms", "每位买家限购数量不能超过总份数") : yes(true)
}

/** What everybody pays on joining, in fen: the price of the first tier. */
export const openingPrice = (tiers: readonly GroupBuyTier[]): number => tiers[0]!.price_fen

/** The highest tier that so many paid pieces reach; null below the minimum. */
export const tierReached = (tiers: readonly GroupBuyTier[], units: number): GroupBuyTier | null => tiers.findLast(({ from_units }) => units >= from_units) ?? null

/** The next tier and how many pieces are missing to it; null at the top. */
export function nextTier(tiers: readonly GroupBuyTier[], units: number): (GroupBuyTier & { missing: number }) | null {
  const next = tiers.find(({ from_units }) => from_units > units)
  return next ? { ...next, missing: next.from_units - units } : null
}
