import type { PreorderRule, ShortageRule } from "@fupin/contract/schemas"
import { shareStock } from "../share-stock"

export interface Booking {
  id: string
  booked: number
  is_preferred: boolean
}

/** What each contract gets of the harvest, by the stated rule: never above the yield, never above what was booked, in whatever order the contracts come. */
export const allotHarvest = (bookings: readonly Booking[], actual_yield: number, rule: ShortageRule): Map<string, number> =>
  shareStock(bookings.map(({ id, booked, is_preferred }) => ({ id, quantity: booked, is_preferred })), actual_yield, rule)

/** Whether so little of what was booked is there that the unit may withdraw with everything given back. */
export const mayWithdraw = (booked: number, allotted: number, { tolerance_percent }: Pick<PreorderRule, "tolerance_percent">): boolean => allotted * 100 < booked * (100 - tolerance_percent)

/** How much more than allotted a unit may ask for: what the harvest cut off, and its share of a surplus. */
export const mostMore = (booked: number, allotted: number, { surplus_percent }: Pick<PreorderRule, "surplus_percent">): number => booked - allotted + Math.floor((booked * surplus_percent) / 100)

export interface Wanting extends Booking {
  allotted: number
  wants_more: number
}

/** What is left of the harvest once everybody has answered, shared among those who want more, by the same rule. Of contracts that stay. */
export function shareSurplus(staying: readonly Wanting[], actual_yield: number, rule: Pick<PreorderRule, "shortage" | "surplus_percent">): Map<string, number> {
  const left = actual_yield - staying.reduce((sum, { allotted }) => sum + allotted, 0)
  const requests = staying.map(({ id, booked, allotted, wants_more, is_preferred }) => ({ id, quantity: Math.min(wants_more, mostMore(booked, allotted, rule)), is_preferred }))
  return shareStock(requests.filter(({ quantity }) => quantity > 0), left, rule.shortage)
}
