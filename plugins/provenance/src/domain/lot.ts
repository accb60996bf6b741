import { type Decision, no, yes } from "@fupin/contract/codes"
import type { LotInput } from "@fupin/contract/schemas"

/** Without those that are mistaken for one another. */
const LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"

/** A code as it is printed on a box: the day, and letters that nobody can count on from another. `random` has six numbers of 0 and more. */
export const lotCode = (made_on: string, random: readonly number[]): string => `PC${made_on.replaceAll("-", "").slice(2)}-${random.slice(0, 6).map((one) => LETTERS[one % LETTERS.length]).join("")}`

export interface LotFacts {
  code: string
  product_id: string
  producer_id: string
  made_on: string
  best_before: string | null
  withdrawn_at: Date | null
}

/** Whether a producer can have this lot of a product: it is who sells it now (`seller_id`), and the lot is there by `today`. */
export function decideLot(lot: Pick<LotInput, "made_on" | "best_before">, producer_id: string, seller_id: string | null, today: string): Decision<true, "lot_not_own_product" | "lot_made_in_future" | "lot_best_before_early"> {
  if (seller_id !== producer_id) return no("lot_not_own_product")
  if (lot.made_on > today) return no("lot_made_in_future")
  return lot.best_before !== null && lot.best_before < lot.made_on ? no("lot_best_before_early") : yes(true)
}

/** The lot that was entered before as the one wanted, if it says the same; null: it is new. Error: lot_exists. */
export function matchLot<T extends Pick<LotInput, "best_before" | "report">>(held: T | undefined, wanted: Pick<LotInput, "best_before" | "report">): Decision<T | null, "lot_exists"> {
  if (!held) return yes(null)
  return held.best_before === wanted.best_before && held.report === wanted.report ? yes(held) : no("lot_exists")
}

export interface PackedFor {
  product_id: string
  producer_id: string
  /** The day it is handed over. */
  on: string
}

type PackingRefusal = "lot_of_another_product" | "lot_of_another_producer" | "lot_past_best_before" | "lot_withdrawn"

/** Whether goods of this lot can be packed for a delivery (R14); what is refused names the lot. */
export function decidePackedLot({ code, product_id, producer_id, best_before, withdrawn_at }: LotFacts, packed: PackedFor): Decision<true, PackingRefusal> {
  if (product_id !== packed.product_id) return no("lot_of_another_product", `批次 ${code} 是另一件商品的，请选本商品的批次`)
  if (producer_id !== packed.producer_id) return no("lot_of_another_producer", `批次 ${code} 不是送货的经营主体的，请选它自己的批次`)
  if (withdrawn_at !== null) return no("lot_withdrawn", `批次 ${code} 已撤回，不能装箱，请选其他批次`)
  if (isPast(best_before, packed.on)) return no("lot_past_best_before", `批次 ${code} 的保质期到 ${best_before}，${packed.on} 送货时已过期，请选其他批次`)
  return yes(true)
}

/** The last day is still good. */
export const isPast = (best_before: string | null, day: string): boolean => best_before !== null && best_before < day
