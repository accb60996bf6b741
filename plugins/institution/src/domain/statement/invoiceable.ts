import type { UnitOrderSource } from "@fupin/contract/schemas"
import { type InvoiceableOrder, leftOf } from "./plan-invoice"

export interface OpenToInvoice extends InvoiceableOrder {
  display_id: number
  source: UnitOrderSource
  title: string
  on: string
}

/** What a seller can still write an invoice over. */
export interface SellerLeft {
  seller_id: string
  left_fen: number
  orders: { order_id: string; display_id: number; source: UnitOrderSource; title: string; on: string; left_fen: number }[]
  campaigns: { campaign_id: string; title: string; orders: number; left_fen: number }[]
}

/** As many orders as one request may name. */
const MOST = 200

/** By seller, what no live invoice covers yet; a campaign's orders together, however many they are. Orders in the order given. */
export function leftBySeller(orders: OpenToInvoice[]): SellerLeft[] {
  const open = orders.filter((order) => leftOf(order) > 0)
  return distinct(open.map(({ seller_id }) => seller_id)).sort().map((seller_id) => {
    const own = open.filter((order) => order.seller_id === seller_id)
    const given = own.filter(({ source }) => source === "campaign")
    return {
      seller_id, left_fen: sumLeft(own),
      orders: own.filter(({ source }) => source !== "campaign").slice(0, MOST).map((order) => ({ order_id: order.order_id, display_id: order.display_id, source: order.source, title: order.title, on: order.on, left_fen: leftOf(order) })),
      campaigns: distinct(given.map(({ about_id }) => about_id)).map((campaign_id) => {
        const mine = given.filter(({ about_id }) => about_id === campaign_id)
        return { campaign_id, title: mine[0]!.title, orders: mine.length, left_fen: sumLeft(mine) }
      }),
    }
  })
}

const distinct = (ids: string[]): string[] => [...new Set(ids)]
const sumLeft = (orders: OpenToInvoice[]): number => orders.reduce((sum, order) => sum + leftOf(order), 0)
