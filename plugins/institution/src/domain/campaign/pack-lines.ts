import { splitInOrder } from "@fupin/benefit/domain/split"
import { type Decision, no, yes } from "@fupin/contract/codes"

export interface PackComponent {
  variant_id: string
  quantity: number
  /** Shelf price of one in fen; the pack's price is shared in proportion to it. */
  shelf_fen: number
}

/** One order line of one pack: pieces of a component at one price. */
export interface PackLine {
  variant_id: string
  quantity: number
  unit_price_fen: number
}

/**
 * The order lines of one pack, whose sums are the pack's price exactly: each component gets its share by shelf value; where a
 * share is not divisible by the pieces, some pieces cost a fen more and stand in a line of their own. Error: pack_price_too_low.
 */
export function planPackLines(price_fen: number, components: readonly PackComponent[]): Decision<PackLine[], "pack_price_too_low"> {
  const pieces = components.reduce((sum, { quantity }) => sum + quantity, 0)
  if (price_fen < pieces) return no("pack_price_too_low")
  const values = components.map(({ quantity, shelf_fen }) => quantity * shelf_fen)
  const weights = values.some((value) => value > 0) ? values : components.map(({ quantity }) => quantity)
  // Every piece costs at least a fen; what is left is shared.
  const shares = splitInOrder(price_fen - pieces, weights).map((share, index) => share + components[index]!.quantity)
  return yes(components.flatMap(({ variant_id, quantity }, index) => linesOf(variant_id, quantity, shares[index]!)))
}

function linesOf(variant_id: string, quantity: number, share: number): PackLine[] {
  const [unit, dearer] = [Math.floor(share / quantity), share % quantity]
  const lines = [{ variant_id, quantity: quantity - dearer, unit_price_fen: unit }, { variant_id, quantity: dearer, unit_price_fen: unit + 1 }]
  return lines.filter((line) => line.quantity > 0)
}
