import { shanghaiDay } from "@fupin/benefit/domain/period"
import type { Lot } from "@fupin/contract/schemas"
import { isPast } from "../domain/lot"
import type { LotRow } from "../medusa"

/** Lots as staff and their producer see them at `now`. */
export function showLots(rows: LotRow[], now: Date): Lot[] {
  return rows.map(({ id, code, product_id, producer_id, made_on, best_before, mark, report, entered_as, created_at, withdraw_reason }) => ({
    id, code, product_id, producer_id, made_on, best_before, mark, report, entered_as, entered_at: new Date(created_at).toISOString(), withdrawn: withdraw_reason, expired: isPast(best_before, shanghaiDay(now)),
  }))
}
