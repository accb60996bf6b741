import { fenFromYuan } from "@fupin/contract/money"
import type { MedusaContainer } from "@medusajs/framework/types"
import { graph } from "../medusa"

export interface OrderMoney {
  id: string
  display_id: number
  status: string
  total_fen: number
  /** Captured, refunds not taken off. */
  paid_fen: number
  refunded_fen: number
}

interface Collection {
  amount: number | string
  captured_amount: number | string | null
  refunded_amount: number | string | null
}

const FIELDS = ["id", "display_id", "status", "payment_collections.amount", "payment_collections.captured_amount", "payment_collections.refunded_amount"]

/** Money of orders as committed in their payment collections, in fen. */
export async function readMoney(container: MedusaContainer, orderIds: string[]): Promise<OrderMoney[]> {
  if (orderIds.length === 0) return []
  const rows = await graph<Pick<OrderMoney, "id" | "display_id" | "status"> & { payment_collections: Collection[] | null }>(container, "order", FIELDS, { id: orderIds })
  return rows.map(({ id, display_id, status, payment_collections }) => {
    const sum = (part: (collection: Collection) => number | string | null) =>
      (payment_collections ?? []).reduce((fen, collection) => fen + fenFromYuan(Number(part(collection) ?? 0)), 0)
    return {
      id, display_id: Number(display_id), status, total_fen: sum(({ amount }) => amount),
      paid_fen: sum(({ captured_amount }) => captured_amount), refunded_fen: sum(({ refunded_amount }) => refunded_amount),
    }
  })
}
