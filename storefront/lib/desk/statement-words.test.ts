import { expect, it } from "vitest"
import { readDisputes, titlesOf, uninvoiced } from "./statement-words"

const line = (order_id: string, due_fen: number) => ({
  id: `l-${order_id}`, order_id, display_id: 1, occurrence_id: "occ", delivery_date: "2026-11-02", title: "洋芋", specification: "", settle_by: "count" as const, quantity: 1, unit_price_fen: due_fen, amount_fen: due_fen, due_fen, is_late: false, dispute: null, resolution: null,
})

it("asks for invoices of what live invoices do not cover of each order", () => {
  const of = (order_id: string, amount_fen = 1) => [{ order_id, display_id: 1, amount_fen }]
  const invoices = [{ state: "requested" as const, orders: of("a", 5) }, { state: "red" as const, orders: of("b") }, { state: "withdrawn" as const, orders: of("c") }, { state: "issued" as const, orders: of("e", 2) }]
  expect(uninvoiced({ lines: [line("a", 5), line("b", 5), line("b", 3), line("c", 5), line("d", 0), line("e", 5)] }, invoices)).toEqual([{ order_id: "b", left_fen: 8 }, { order_id: "c", left_fen: 5 }, { order_id: "e", left_fen: 3 }])
})

it("offers the titles that the unit keeps, the default first, or its own name", () => {
  const unit = { name: "小学", uscc: "U" }
  expect(titlesOf([], unit)).toEqual([{ title: "小学", tax_number: "U" }])
  expect(titlesOf([{ title: "甲", tax_number: "1", is_default: false }, { title: "乙", tax_number: "2", is_default: true }], unit).map(({ title }) => title)).toEqual(["乙", "甲"])
})

it("reads disputes beside their lines and nothing else", () => {
  expect(readDisputes({ id: "stmt", "d:l1": "数量不对", "d:l2": "" })).toEqual([{ line_id: "l1", reason: "数量不对" }])
})
