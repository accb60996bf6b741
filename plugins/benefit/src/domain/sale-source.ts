import type { SaleSource } from "@fupin/contract/schemas"
import { coversMoment } from "./linkage"

interface Dated {
  valid_from: Date
  valid_to: Date | null
}

/** What is known of who sold, and of where the goods are from. */
export interface SellerFacts {
  kind: string
  /** Certificates by which the producer was recognised as 带贫成效突出. */
  recognitions: Dated[]
  /** Times in which the village of origin was a registered poor village. */
  poor_village: Dated[]
}

/**
 * Under which heading a sale is counted (R58), by what held when the order was placed: a household's own goods first, then goods
 * of a registered poor village, then those of recognised enterprises and cooperatives. One heading each, so that they add up.
 */
export function saleSource(seller: SellerFacts | null, at: Date): SaleSource {
  const held = (spans: readonly Dated[]) => spans.some(({ valid_from, valid_to }) => coversMoment(valid_from, valid_to, at))
  if (seller === null) return "other"
  if (seller.kind === "household") return "poor_household"
  if (held(seller.poor_village)) return "poor_village"
  if (!held(seller.recognitions)) return "other"
  return seller.kind === "enterprise" || seller.kind === "cooperative" ? seller.kind : "other"
}
