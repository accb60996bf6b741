import type { BenefitPreview } from "@fupin/contract/schemas"
import type { LineShare } from "./line-shares"

export interface PreviewedItem {
  variant_id: string
  quantity: number
  shares: LineShare[]
}

/** Sums expected shares by item and counts each household once; what waits in suspense counts as benefit of nobody yet. */
export function planPreview(items: PreviewedItem[]): BenefitPreview {
  const lines = items.map(({ variant_id, quantity, shares }) => ({ variant_id, quantity, total_fen: shares.reduce((sum, { amount_fen }) => sum + amount_fen, 0) }))
  const households = new Set(items.flatMap(({ shares }) => shares.flatMap(({ beneficiary_id }) => beneficiary_id ?? [])))
  return { total_fen: lines.reduce((sum, { total_fen }) => sum + total_fen, 0), households: households.size, lines }
}
