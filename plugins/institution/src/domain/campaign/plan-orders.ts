import type { Delivery } from "@fupin/contract/schemas"
import type { PackLine } from "./pack-lines"

export interface OrderItem {
  variant_id: string
  quantity: number
  unit_price_fen: number
}

export interface PlannedOrder {
  /** Null: the whole collective pick-up. */
  recipient_id: string | null
  seller_id: string
  items: OrderItem[]
  total_fen: number
}

export interface Giving {
  id: string
  pack_id: string
  heads: number
  delivery: Delivery
}

/** A line of an order holds at most so many. */
const MOST = 9_999

/** The orders of a campaign: for home delivery one a recipient and seller, for collective pick-up one a seller; sums are the packs' prices exactly. */
export function planCampaignOrders(givings: readonly Giving[], packs: ReadonlyMap<string, PackLine[]>, sellers: ReadonlyMap<string, string>): PlannedOrder[] {
  const [home, pickup] = [givings.filter(({ delivery }) => delivery === "home"), givings.filter(({ delivery }) => delivery === "pickup")]
  return [...home.flatMap((giving) => bySeller(giving.id, itemsOf([giving], packs), sellers)), ...bySeller(null, itemsOf(pickup, packs), sellers)]
}

function itemsOf(givings: readonly Giving[], packs: ReadonlyMap<string, PackLine[]>): OrderItem[] {
  const heads = new Map<string, number>()
  for (const { pack_id, heads: count } of givings) heads.set(pack_id, (heads.get(pack_id) ?? 0) + count)
  const sums = new Map<string, OrderItem>()
  for (const [pack_id, count] of heads) {
    for (const { variant_id, quantity, unit_price_fen } of packs.get(pack_id) ?? []) {
      const name = `${variant_id} ${unit_price_fen}`
      sums.set(name, { variant_id, unit_price_fen, quantity: (sums.get(name)?.quantity ?? 0) + quantity * count })
    }
  }
  return [...sums.values()].sort((a, b) => (a.variant_id === b.variant_id ? a.unit_price_fen - b.unit_price_fen : a.variant_id < b.variant_id ? -1 : 1))
}

function bySeller(recipient_id: string | null, items: OrderItem[], sellers: ReadonlyMap<string, string>): PlannedOrder[] {
  const sellerOf = ({ variant_id }: OrderItem) => sellers.get(variant_id) ?? ""
  return [...new Set(items.map(sellerOf))].sort().map((seller_id) => {
    const own = items.filter((item) => sellerOf(item) === seller_id).flatMap(inLines)
    return { recipient_id, seller_id, items: own, total_fen: own.reduce((sum, { quantity, unit_price_fen }) => sum + quantity * unit_price_fen, 0) }
  })
}

function inLines(item: OrderItem): OrderItem[] {
  return Array.from({ length: Math.ceil(item.quantity / MOST) }, (_, index) => ({ ...item, quantity: Math.min(MOST, item.quantity - index * MOST) }))
}
