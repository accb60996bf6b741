import type { OrderItem, PlannedOrder } from "./plan-orders"

/** An order that was laid down, placed or not. */
export interface HeldOrder extends PlannedOrder {
  id: string
}

const nameOf = ({ recipient_id, seller_id }: PlannedOrder): string => `${recipient_id ?? ""} ${seller_id}`
const contentOf = (items: readonly OrderItem[]): string => items.map(({ variant_id, quantity, unit_price_fen }) => `${variant_id} ${unit_price_fen} ${quantity}`).sort().join("\n")

/**
 * Which orders are withdrawn and which are laid down in their place, so that together they are what is planned now. An order is
 * never changed: what of it may be placed already nobody knows for sure.
 */
export function replanOrders(held: readonly HeldOrder[], planned: readonly PlannedOrder[]): { withdraw: string[]; add: PlannedOrder[] } {
  const wanted = new Map(planned.map((order) => [nameOf(order), order]))
  const kept = held.filter((order) => contentOf(wanted.get(nameOf(order))?.items ?? []) === contentOf(order.items))
  const there = new Set(kept.map(nameOf))
  return { withdraw: held.filter((order) => !kept.includes(order)).map(({ id }) => id), add: planned.filter((order) => !there.has(nameOf(order))) }
}
