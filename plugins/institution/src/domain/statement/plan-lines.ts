import type { SettleBy } from "@fupin/contract/schemas"

/** One line of an accepted delivery as it stands now; quantities 0 where the delivery was called off after all. */
export interface DeliveredLine {
  order_id: string
  variant_id: string
  occurrence_id: string
  delivery_date: string
  quantity: number
  settle_by: SettleBy
  unit_price_fen: number
  amount_fen: number
}

/** What earlier statements say of an order's line already. */
export interface StatedLine {
  order_id: string
  variant_id: string
  quantity: number
  amount_fen: number
}

/**
 * What a statement has to say: every line as it stands, less what other statements said of it. A statement that went out is never
 * written anew, so a change that comes late appears on the next one, as a line of its own that may be negative.
 */
export function planLines(delivered: DeliveredLine[], stated: StatedLine[]): DeliveredLine[] {
  const key = ({ order_id, variant_id }: { order_id: string; variant_id: string }) => `${order_id} ${variant_id}`
  const said = new Map<string, { quantity: number; amount_fen: number }>()
  for (const line of stated) {
    const before = said.get(key(line)) ?? { quantity: 0, amount_fen: 0 }
    said.set(key(line), { quantity: before.quantity + line.quantity, amount_fen: before.amount_fen + line.amount_fen })
  }
  return delivered.flatMap((line) => {
    const before = said.get(key(line)) ?? { quantity: 0, amount_fen: 0 }
    const [quantity, amount_fen] = [toGram(line.quantity - before.quantity), line.amount_fen - before.amount_fen]
    return quantity === 0 && amount_fen === 0 ? [] : [{ ...line, quantity, amount_fen }]
  })
}

/** Away from binary noise: 9.876 less 9.5 is 0.376. */
const toGram = (quantity: number): number => Math.round(quantity * 1000) / 1000
