import { type Decision, no, yes } from "@fupin/contract/codes"
import { decidePackedLot, type LotFacts } from "@fupin/provenance/domain/lot"

/** Goods of a load as they are to be packed. */
export interface GoodsToPack {
  product_id: string
  /** Null: the house's own, which nobody harvested for it. */
  seller_id: string | null
  /** The day they are handed over. */
  on: string
  /** Whether they are accepted, or handed out, by now. */
  is_closed: boolean
}

type PackingError = "packing_closed" | "unknown_lot" | "lot_of_another_product" | "lot_of_another_producer" | "lot_past_best_before" | "lot_withdrawn"

/** Whether goods can come from all of these lots (R14); until they are accepted, what was said of them can be said anew, with none it is taken back. */
export function decidePacking({ product_id, seller_id, on, is_closed }: GoodsToPack, lots: readonly (LotFacts & { id: string })[], wanted: readonly string[]): Decision<true, PackingError> {
  if (is_closed) return no("packing_closed")
  for (const id of wanted) {
    const lot = lots.find((one) => one.id === id)
    if (!lot) return no("unknown_lot")
    const decided = decidePackedLot(lot, { product_id, producer_id: seller_id ?? "", on })
    if (!decided.ok) return decided
  }
  return yes(true)
}
