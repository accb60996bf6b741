import { expect, it } from "vitest"
import { readDisputes, uninvoiced } from "./statement-words"

const line = (order_id: string, due_fen: number) => ({
  id: `l-${order_id}`, order_id, display_id: 1, occurrence_id: "occ", delivery_date: "2026-11-02", title: "洋芋", specification: "", quantity: 1, unit_price_fen: due_fen, amount_fen: due_fen, due_fen, is_late: false, dispute: null, resolution: null,
})

it("asks for invoices of orders that no live invoice names and that have something due", () => {
  const of = (order_id: string) => [{ order_id, display_id: 1, amount_fen: 1 }]
  const invoices = [{ state: "requested" as const, orders: of("a") }, { state: "red" as const, orders: of("b") }, { state: "withdrawn" as const, orders: of("c") }]
  expect(uninvoiced({ lines: [line("a", 5), line("b", 5), line("b", 3), line("c", 5), line("d", 0)] }, invoices)).toEqual(["b", "c"])
})

it("reads disputes beside their lines and nothing else", () => {
  expect(readDisputes({ id: "stmt", "d:l1": "数量不对", "d:l2": "" })).toEqual([{ line_id: "l1", reason: "数量不对" }])
})
