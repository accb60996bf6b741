import type { PurchaseReason } from "@fupin/contract/schemas"

/**
 * Why an order of a unit is bought (R26), as the order itself says for good: what was said where it was ordered, else what the unit says of
 * all it buys; nobody said anything: nothing is written.
 */
export function tagOf(own: PurchaseReason | null, units: PurchaseReason | null): { reason?: PurchaseReason } {
  const reason = own ?? units
  return reason === null ? {} : { reason }
}

/** What was paid less refunded for a stated reason, in fen; own use says nothing. */
export function sumByReason(paid: readonly { reason: PurchaseReason | null; amount_fen: number }[]): { reason: PurchaseReason; paid_fen: number }[] {
  const sums = (["instead_of_donating", "buying_to_help"] as const).map((reason) => ({ reason, paid_fen: paid.filter((part) => part.reason === reason).reduce((sum, { amount_fen }) => sum + amount_fen, 0) }))
  return sums.filter(({ paid_fen }) => paid_fen !== 0)
}
