import type { InstitutionOrder, Invoice, InvoiceableSeller, UnitOrderSource } from "@fupin/contract/schemas"

/** How an order came about. */
export const ORDER_SOURCES = { standing_order: "定向认购", replenishment: "补货", campaign: "慰问活动", group_buy: "团购", preorder: "预购" } as const satisfies Record<UnitOrderSource, string>

const PLACES: Record<UnitOrderSource, { path: string; text: string }> = {
  standing_order: { path: "/desk/occurrences", text: "这次配送" }, replenishment: { path: "/desk/occurrences", text: "这次补货" }, campaign: { path: "/desk/campaigns", text: "这次慰问" },
  group_buy: { path: "/group-buys", text: "这次团购" }, preorder: { path: "/desk/preorders", text: "这份预购合同" },
}

/** Where an order belongs. */
export function aboutOrder({ source, about_id }: Pick<InstitutionOrder, "source" | "about_id">): { href: string; text: string } {
  return { href: `${PLACES[source].path}/${about_id}`, text: PLACES[source].text }
}

/** The orders of an invoice in one line; those of a campaign are counted. */
export function invoiceOrders({ orders, campaigns }: Pick<Invoice, "orders" | "campaigns">): string {
  const named = orders.length === 0 ? [] : [`${orders.length > 1 ? `${orders.length} 张订单合开` : "订单"} ${orders.map(({ display_id }) => display_id).join("、")}`]
  return [...campaigns.map(({ title, orders: count }) => `${title} ${count} 单`), ...named].join("　")
}

/** A statement's orders as one seller's, to be invoiced. */
export function statementSeller(seller: InvoiceableSeller["seller"], left: { order_id: string; left_fen: number }[], lines: { order_id: string; display_id: number; delivery_date: string }[]): InvoiceableSeller {
  const orders = left.flatMap(({ order_id, left_fen }) => {
    const line = lines.find((one) => one.order_id === order_id)
    return line ? [{ order_id, display_id: line.display_id, source: "standing_order" as const, title: "", on: line.delivery_date, left_fen }] : []
  })
  return { seller, left_fen: orders.reduce((sum, { left_fen }) => sum + left_fen, 0), orders, campaigns: [] }
}
