import { expect, it } from "vitest"
import { aboutOrder, invoiceOrders, statementSeller } from "./invoice-words"

it("says what an invoice is over: orders by number, a campaign's by how many", () => {
  const order = (display_id: number) => ({ order_id: `o${display_id}`, display_id, amount_fen: 1 })
  expect(invoiceOrders({ orders: [order(7)], campaigns: [] })).toBe("订单 7")
  expect(invoiceOrders({ orders: [order(7), order(9)], campaigns: [{ campaign_id: "c", title: "中秋慰问", orders: 3_000, amount_fen: 1 }] })).toBe("中秋慰问 3000 单　2 张订单合开 7、9")
})

it("leads from an order to what it belongs to", () => {
  expect(aboutOrder({ source: "campaign", about_id: "camp_1" }).href).toBe("/desk/campaigns/camp_1")
  expect(aboutOrder({ source: "replenishment", about_id: "occ_1" })).toEqual({ href: "/desk/occurrences/occ_1", text: "这次补货" })
})

it("takes a statement's orders as one seller's", () => {
  expect(statementSeller(null, [{ order_id: "a", left_fen: 5 }, { order_id: "gone", left_fen: 1 }], [{ order_id: "a", display_id: 3, delivery_date: "2026-11-02" }])).toMatchObject({ left_fen: 5, orders: [{ order_id: "a", display_id: 3, on: "2026-11-02" }] })
})
