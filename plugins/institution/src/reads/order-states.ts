import { fenFromYuan } from "@fupin/contract/money"
import type { MedusaContainer } from "@medusajs/framework/types"
import { graph } from "../medusa"

export interface OrderState {
  id: string
  display_id: number
  status: string
  total_fen: number
  /** Captured, refunds not taken off. */
  paid_fen: number
  refunded_fen: number
  is_cancelled: boolean
  /** Every parcel of it arrived, and there is one. */
  is_delivered: boolean
}

interface Collection {
  amount: number | string
  captured_amount: number | string | null
  refunded_amount: number | string | null
}

interface Parcel {
  delivered_at: Date | null
  canceled_at: Date | null
}

const FIELDS = [
  "id", "display_id", "status", "payment_collections.amount", "payment_collections.captured_amount", "payment_collections.refunded_amount",
  "fulfillments.delivered_at", "fulfillments.canceled_at",
]

/** Orders with their money as committed in their payment collections, in fen, and how far their goods came. */
export async function readOrderStates(container: MedusaContainer, orderIds: string[]): Promise<OrderState[]> {
  if (orderIds.length === 0) return []
  const rows = await graph<Pick<OrderState, "id" | "display_id" | "status"> & { payment_collections: Collection[] | null; fulfillments: Parcel[] | null }>(container, "order", FIELDS, { id: orderIds })
  return rows.map(({ id, display_id, status, payment_collections, fulfillments }) => {
    const sum = (part: (collection: Collection) => number | string | null) =>
      (payment_collections ?? []).reduce((fen, collection) => fen + fenFromYuan(Number(part(collection) ?? 0)), 0)
    const parcels = (fulfillments ?? []).filter(({ canceled_at }) => canceled_at === null)
    return {
      id, display_id: Number(display_id), status, total_fen: sum(({ amount }) => amount),
      paid_fen: sum(({ captured_amount }) => captured_amount), refunded_fen: sum(({ refunded_amount }) => refunded_amount),
      is_cancelled: status === "canceled", is_delivered: parcels.length > 0 && parcels.every(({ delivered_at }) => delivered_at !== null),
    }
  })
}
